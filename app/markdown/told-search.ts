import { firstPlace } from '@/app/markdown/told-list'
import { listLackNotes } from '@/db/search-notes'
import type { Paper } from '@/db/types'
import type { ToldList } from '@/lib/list-markdown'
import { type AskedSearch, searchInWords } from '@/lib/search-asked'
import { spellingInWords } from '@/lib/spelling-meant'
import { count, plural } from '@/lib/text'
import { findSpelt } from '@/outside/find-spelt'

/** What a search finds, to be told. */
export async function tellSearch(
  asked: AskedSearch,
  pageSize: number,
): Promise<{ list: Omit<ToldList, 'ways'> & { papers: Paper[] }; total: number; hasMore: boolean }> {
  const [read, lack] = await Promise.all([
    asked.isEmpty ? null : findSpelt(asked, pageSize),
    listLackNotes(asked.query),
  ])
  const all = [...asked.query.notes, ...lack]
  const notes = all.map(({ typed, says }) => (typed === '' ? says : `${typed}: ${says}`))
  if (!read) {
    const about = [...notes, 'Add what you look for: /papers/search.md?q=…']
    return { list: { title: 'Search', about, papers: [], from: 1 }, total: 0, hasMore: false }
  }
  const { found, searched, spelling } = read
  const total = found.isMore
    ? `More than ${count(found.total)} papers found.`
    : `${plural(found.total, 'paper')} found.`
  return {
    list: {
      title: `Search: ${searchInWords(searched)}`,
      about: [total, ...(spelling ? [spellingInWords(spelling)] : []), ...notes],
      papers: found.papers,
      from: firstPlace({ page: asked.page, pageSize }),
    },
    total: found.total,
    hasMore: found.hasMore,
  }
}
