import { isOnScreen } from '@/components/on-screen'

/* Where the keys stand on a page. A bar on the rail marks it; focus is another thing and stays where it is. */

/** Goes a paper down or up the list, from where one stands or from what is in view. */
export function move(direction: 'down' | 'up'): boolean {
  const articles = listed()
  const here = standing(articles)
  const index = here ? articles.indexOf(here) : firstInView(articles, direction)
  const next = articles[here ? index + (direction === 'down' ? 1 : -1) : index]
  if (!next) return articles.length > 0
  for (const article of articles) article.classList.toggle('current', article === next)
  if (document.activeElement instanceof HTMLElement && here?.contains(document.activeElement)) {
    // Else Enter and u would speak of different papers.
    document.activeElement.blur()
  }
  next.scrollIntoView({ block: 'nearest' })
  return true
}

/** The paper that a key speaks of: where one stands in the list, or the one that the page is about. */
export function askedPaper(): HTMLElement | null {
  return standing(listed()) ?? document.querySelector<HTMLElement>('main > [data-paper]')
}

/** Presses a link or button; false when it is not there. */
export function goTo(selector: string, within: ParentNode = document): boolean {
  const target = within.querySelector<HTMLElement>(selector)
  target?.click()
  return target !== null
}

/** Into the box, or to the page that has one where the header has no room for it. */
export function goToSearch(): boolean {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[role="combobox"][name="q"]')]
  const box = boxes.find((each) => each.offsetParent !== null)
  if (!box) return goTo('.to-search')
  box.focus()
  box.select()
  return true
}

function standing(articles: HTMLElement[]): HTMLElement | undefined {
  const focused = articles.find((article) => article.querySelector(':focus-visible'))
  return focused ?? articles.find((article) => article.classList.contains('current') && isOnScreen(article))
}

/** Who scrolled away begins at what they see. */
function firstInView(articles: HTMLElement[], direction: 'down' | 'up'): number {
  const inView = articles.filter(isOnScreen)
  const whole = inView.filter((article) => article.getBoundingClientRect().top >= 0)
  const from = (direction === 'down' ? (whole[0] ?? inView[0]) : inView.at(-1)) ?? articles[0]
  return from ? articles.indexOf(from) : 0
}

function listed(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('li > [data-paper]')]
}
