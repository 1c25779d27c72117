import { firstPlace, type Paging, wholePapers } from '@/app/markdown/told-list'
import { listLackNotes } from '@/db/search-notes'
import type { Paper } from '@/db/types'
import type { ToldList } from '@/lib/list-markdown'
import { type AskedSearch, searchInWords } from '@/lib/search-asked'
import { count, plural } from '@/lib/text'
import { findPapers } from '@/outside/find-papers'

/** What a search finds, to be told. */
export async function tellSearch(
  asked: Pick<AskedSearch, 'q' | 'filters' | 'query' | 'sort' | 'isEmpty'>,
  paging: Paging,
): Promise<{ list: Omit<ToldList, 'ways'> & { papers: Paper[] }; total: number; hasMore: boolean }> {
  const all = [...asked.query.notes, ...(await listLackNotes(asked.query))]
  const notes = all.map(({ typed, says }) => (typed === '' ? says : `${typed}: ${says}`))
  if (asked.isEmpty) {
    const about = [...notes, 'Add what you look for: /papers/search.md?q=…']
    return { list: { title: 'Search', about, papers: [], from: 1 }, total: 0, hasMore: false }
  }
  const found = await findPapers({ query: asked.query, sort: asked.sort, ...paging })
  const total = found.isMore
    ? `More than ${count(found.total)} papers found.`
    : `${plural(found.total, 'paper')} found.`
  return {
    list: {
      title: `Search: ${searchInWords(asked)}`,
      about: [total, ...notes],
      papers: await wholePapers(found.papers),
      from: firstPlace(paging),
    },
    total: found.total,
    hasMore: found.hasMore,
  }
}
