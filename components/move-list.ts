import { isOnScreen } from '@/components/on-screen'

const washed = 1_400

/**
 * Lets `commit` put the items of a list into another order: they glide there, and the paper that the reader looks at
 * stays where it is on the screen. `climbed` are the ids of papers that moved by their own numbers.
 */
export function moveKeepingPlace(list: HTMLElement, climbed: ReadonlySet<string>, commit: () => void): void {
  const old = new Map([...list.children].map((item) => [item, item.getBoundingClientRect().top]))
  const anchor = anchorOf(list, climbed)
  // Half-way gliders give up their glide; the new one begins where they are.
  for (const item of itemsOf(list)) land(item)
  commit()
  if (anchor?.isConnected) {
    const drift = anchor.getBoundingClientRect().top - (old.get(anchor) ?? 0)
    window.scrollBy({ top: drift, behavior: 'instant' })
  }
  const moving = itemsOf(list).flatMap((item) => {
    const was = old.get(item)
    const by = was === undefined ? 0 : was - item.getBoundingClientRect().top
    return by === 0 ? [] : [{ item, by }]
  })
  glide(moving, climbed)
}

function glide(moving: { item: HTMLElement; by: number }[], climbed: ReadonlySet<string>): void {
  for (const { item, by } of moving) {
    item.style.transform = `translateY(${by}px)`
    item.classList.toggle('gliding', climbed.has(paperOf(item)))
  }
  // Reading the layout makes the browser take in where each begins.
  for (const { item } of moving) item.getBoundingClientRect()
  for (const { item } of moving) {
    item.style.transition = 'transform var(--move)'
    item.style.transform = ''
    Promise.all(item.getAnimations().map(({ finished }) => finished)).then(
      () => arrive(item, climbed.has(paperOf(item))),
      () => {}, // called off by the next move, which looks after it
    )
  }
}

function arrive(item: HTMLElement, hasClimbed: boolean): void {
  land(item)
  if (!hasClimbed) return
  item.classList.add('moved')
  setTimeout(() => item.classList.remove('moved'), washed)
}

function land(item: HTMLElement): void {
  item.style.cssText = ''
  item.classList.remove('gliding')
}

/** Where the reader looks: at what has focus, where j and k stand, where the pointer would vote, else what is in view. */
function anchorOf(list: HTMLElement, climbed: ReadonlySet<string>): HTMLElement | null {
  const inView = itemsOf(list).filter(isOnScreen)
  const held =
    inView.find((item) => item.contains(document.activeElement)) ??
    inView.find((item) => item.querySelector('.current, .vote:hover'))
  if (held) return held
  // Who sees the list begin sees it open: its first place stays, whoever takes it.
  if (list.getBoundingClientRect().top >= 0) return null
  const whole = inView.filter((item) => item.getBoundingClientRect().top >= 0)
  return [...whole, ...inView].find((item) => !climbed.has(paperOf(item))) ?? null
}

function paperOf(item: HTMLElement): string {
  return item.querySelector<HTMLElement>('[data-paper]')?.dataset.paper ?? ''
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter((item) => item instanceof HTMLElement)
}
