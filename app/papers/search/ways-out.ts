import { cleanLine } from '@/lib/clean-text'
import {
  type AskedSearch,
  chosenFilters,
  noFilters,
  type SearchAddress,
  searchAsked,
  searchPath,
} from '@/lib/search-asked'
import { findPapers } from '@/outside/find-papers'

/** A search that asks for less and finds something. */
export type WayOut = { words: string; href: string; total: number; isMore: boolean }

const mostWays = 3
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
  const tried = await Promise.all(
    ways.map(async ({ words, ...less }) => {
      const href = searchPath(less)
      const { query: smaller, sort, isEmpty } = searchAsked(new URL(href, 'http://site.invalid').searchParams)
      const found = isEmpty ? null : await findPapers({ query: smaller, sort, page: 1, pageSize: 1 })
      return { words, href, total: found?.total ?? 0, isMore: found?.isMore ?? false }
    }),
  )
  return tried.filter(({ total }) => total > 0).slice(0, mostWays)
}

/** What is typed that a paper must have or must not, one by one; none where OR joins them. */
function conditionsIn(q: string): string[] {
  return / OR /.test(q) ? [] : [...new Set(q.match(conditions))].slice(0, mostConditions)
}
