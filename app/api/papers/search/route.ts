import { z } from 'zod'
import { getPapers } from '@/db/papers'
import { listLackNotes } from '@/db/search-notes'
import { listVoted } from '@/db/votes'
import { door } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { searchHitAnswer } from '@/lib/api-papers'
import { searchHit } from '@/lib/hf-shape'
import { paperTyped } from '@/lib/paper-typed'
import { searchQuerySchema } from '@/lib/search-api'
import type { AskedSearch } from '@/lib/search-asked'
import { markedTerms } from '@/lib/search-marks'
import { findSpelt } from '@/outside/find-spelt'

/**
 * What a search finds, in the shape that Hugging Face's clients read. How many there are and by what they were found
 * is in the headers, as the answer is a list.
 */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query: searchQuerySchema,
    api: {
      says: 'What a search finds, the best match first. X-Total-Count says how many there are, and X-Search-Note why that is few where many papers have no category. Where words look misspelt, X-Did-You-Mean has the query as it was perhaps meant, percent-encoded; where no paper has the words that look so, X-Searched-For has what was searched in its place, unless verbatim=1 is given.',
      answer: z.array(searchHitAnswer),
    },
  },
  async ({ query: { asked, limit }, request, userId }) => {
    const typed = await findTyped(asked)
    const { found: page, searched, spelling } = typed ?? (await findSpelt(asked, limit))
    const ids = page.papers.map(({ id }) => id)
    const [voted, lack] = await Promise.all([
      userId ? listVoted(userId, ids) : ([] as string[]),
      listLackNotes(asked.query),
    ])
    const found = markedTerms(searched.query)
    const hits = page.papers.map((paper) =>
      searchHit(paper, env.SITE_URL, { found, isUpvoted: voted.includes(paper.id) }),
    )
    return Response.json(hits, {
      headers: {
        'X-Total-Count': page.isMore ? `>=${page.total}` : String(page.total),
        'X-Searched-By': page.by,
        ...(lack.length > 0 && { 'X-Search-Note': lack.map(({ says }) => says).join(' ') }),
        ...(spelling && {
          [spelling.isSearched ? 'X-Searched-For' : 'X-Did-You-Mean']: encodeURIComponent(spelling.q),
        }),
        ...linkToNext(request.url, env.SITE_URL, page.hasMore ? { p: asked.page + 1 } : null),
      },
    })
  },
)

/** The paper whose id or address is asked for. */
async function findTyped(asked: AskedSearch) {
  const { q, page } = asked
  const id = paperTyped(q)
  const papers = id ? await getPapers([id]) : []
  if (papers.length === 0) return null
  const found = { papers: page === 1 ? papers : [], total: 1, isMore: false, hasMore: false, by: 'id' }
  return { found, searched: asked, spelling: null }
}
