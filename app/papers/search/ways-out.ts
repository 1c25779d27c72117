import { cleanLine } from '@/lib/clean-text'
import {
  type AskedSearch,
  chosenFilters,
  noFilters,
  type SearchAddress,
  searchAsked,
  searchPath,
} from '@/lib/search-asked'
import { findSpelt } from '@/outside/find-spelt'

/** A search that asks for less and finds something. */
export type WayOut = { words: string; href: string; total: number; isMore: boolean }

const mostWays = 3
// ms, after which no other is tried: the page waits for them.
const patience = 300
// Each is a search of its own.
const mostConditions = 6
const conditions = /(?<!\S)(?:-|-?(?:title|author|cat|from|until|votes|by|has):[ \t]*|(?="))(?:"[^"]*"|\S+)/gi

/** What to leave out of a search that finds nothing, so that it finds something. */
export async function waysOut(asked: AskedSearch): Promise<WayOut[]> {
  const { q, filters, query } = asked
  const without = (words: string, change: Partial<SearchAddress>) => ({ words, ...asked, page: 1, ...change })
  const chosen = chosenFilters(filters)
  const plain = query.words.join(' ')
  const ways = [
    ...chosen.map((filter) => without(`Take off “${filter.words}”:`, { filters: filter.without })),
    ...conditionsIn(q).map((typed) => without(`Without “${typed}”:`, { q: cleanLine(q.replace(typed, '')) })),
    ...(chosen.length > 1 ? [without('Take all filters off:', { filters: noFilters })] : []),
    ...(plain !== '' && plain !== q ? [without(`Only the words “${plain}”:`, { q: plain })] : []),
    ...(plain !== '' && plain !== q && chosen.length > 0
      ? [without(`Only the words “${plain}”, without filters:`, { q: plain, filters: noFilters })]
      : []),
  ]
  const until = performance.now() + patience
  const out: WayOut[] = []
  for (const { words, ...less } of ways) {
    if (out.length === mostWays || performance.now() > until) break
    const href = searchPath(less)
    const smaller = searchAsked(new URL(href, 'http://site.invalid').searchParams)
    if (smaller.isEmpty) continue
    const { total, isMore } = (await findSpelt(smaller, 1)).found
    if (total > 0) out.push({ words, href, total, isMore })
  }
  return out
}

/** What is typed that a paper must have or must not, one by one; none where OR joins them. */
function conditionsIn(q: string): string[] {
  return / OR /.test(q) ? [] : [...new Set(q.match(conditions))].slice(0, mostConditions)
}
