import { answerCitations } from '@/app/papers/cite/answer-citations'
import { getPapers } from '@/db/papers'
import { door, refuse } from '@/door'
import { citedIdsSchema } from '@/lib/citation-query'

/** Citations of the papers that are named, in this order. */
export const GET = door({ who: 'anyone', limit: 'read', query: citedIdsSchema }, async ({ query, param }) => {
  const papers = await getPapers(query.ids)
  const found = new Set(papers.map(({ id }) => id))
  const missing = query.ids.filter((id) => !found.has(id))
  if (missing.length > 0) {
    return refuse(404, `There is no paper ${missing[0]} here.`, { ids: `Not here: ${missing.join(', ')}` })
  }
  return answerCitations(papers, param('format'), 'papers')
})
