import { searchPapers } from '@/db/search'
import { listTitles, suggestTitles } from '@/db/search-titles'
import { readSearch } from '@/lib/search-query'
import { count } from '@/lib/text'
import { findPapers } from '@/outside/find-papers'
import { readMeaning } from '@/outside/query-meaning'

// No query is asked twice, because what it means would be remembered.
const queries = 200
const longest = 80
const patience = 60_000

/** Prints how long searches take, warm: words alone, the embedding of the query, both together, and titles. */
export async function measureTimes(): Promise<void> {
  const titles = (await listTitles()).map(({ title }) => title.replace(/[^\p{L}\p{N} -]/gu, ' ').slice(0, longest))
  const step = titles.length / (2 * queries)
  const typed = Array.from({ length: 2 * queries }, (_, i) => titles[Math.floor(i * step)] ?? '')
  const [warming, measured] = [typed.filter((_, i) => i % 2 === 1), typed.filter((_, i) => i % 2 === 0)]
  const ways: Record<string, (text: string) => Promise<unknown>> = {
    'words alone': (text) => searchPapers(asked(text)),
    'the query embedded': (text) => readMeaning(`${text} .`, patience),
    'words and meaning': (text) => findPapers({ ...asked(text), patience }),
    'titles as one types': (text) => suggestTitles(text.slice(0, 12)),
  }
  console.log(`Milliseconds at ${count(titles.length)} papers: p50 / p95`)
  for (const [what, run] of Object.entries(ways)) {
    for (const text of warming) await run(text)
    const took: number[] = []
    for (const text of measured) {
      const began = performance.now()
      await run(text)
      took.push(performance.now() - began)
    }
    took.sort((a, b) => a - b)
    const at = (share: number) => (took[Math.floor(share * took.length)] ?? 0).toFixed(1)
    console.log(`${what}: ${at(0.5)} / ${at(0.95)}`)
  }
}

function asked(typed: string) {
  return { query: readSearch(typed), sort: 'relevance', page: 1, pageSize: 20 } as const
}
