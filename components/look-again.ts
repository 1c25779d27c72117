import { hearEdgeWords } from '@/components/edge-words'
import { herePath } from '@/components/here-path'
import { hearNumbers } from '@/components/numbers-store'
import { lookAgainDelay } from '@/lib/reconnect'

/**
 * A page that looks at itself anew, at most once at a time: it asks for its own address, which costs the site next to
 * nothing when the page is kept, takes the numbers, and calls back only if the list holds other papers than it shows.
 */
export function makeLookAgain(
  onOtherPapers: () => void,
  delay = lookAgainDelay,
): { look: (spread?: number) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async (spread: number) => {
    timer = undefined
    const page = await fetchPage()
    if (!page) return
    // What the callback asks for is a render each, unlike this page from memory: many open pages take turns.
    if (!hasOtherPapers(page)) return
    timer = setTimeout(() => {
      timer = undefined
      onOtherPapers()
    }, Math.random() * spread)
  }
  return {
    look: (spread = 0) => {
      timer ??= setTimeout(() => look(spread), delay(Math.random()))
    },
    stop: () => clearTimeout(timer),
  }
}

async function fetchPage(): Promise<Document | null> {
  const since = performance.now()
  const text = await fetch(herePath(), { cache: 'no-cache' })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null) // no network: the next event or retry looks again
  if (text === null) return null
  const page = new DOMParser().parseFromString(text, 'text/html')
  const papers = papersOf(page)
  hearNumbers(papers.map(readNumbers), since)
  for (const article of papers) hearEdgeWords(article)
  return page
}

function readNumbers(article: HTMLElement) {
  const { paper = '', upvotes } = article.dataset
  const comments = article.querySelector<HTMLElement>('[data-comments]')?.dataset.comments
  return {
    id: paper,
    ...(upvotes !== undefined && { upvotes: Number(upvotes) }),
    ...(comments !== undefined && { comments: Number(comments) }),
  }
}

/** Wholly other papers are another list: the front page has gone on to a new day, and the reader is still at this one. */
function hasOtherPapers(page: Document): boolean {
  const here = idsOf(document)
  const there = idsOf(page)
  const shared = [...here].filter((id) => there.has(id)).length
  return shared > 0 && (shared < here.size || shared < there.size)
}

function idsOf(page: Document): Set<string> {
  return new Set(papersOf(page).map(({ dataset }) => dataset.paper ?? ''))
}

function papersOf(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-paper]')]
}
