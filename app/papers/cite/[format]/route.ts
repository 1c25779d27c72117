import { answerCitations } from '@/app/papers/cite/answer-citations'
import { getPapers } from '@/db/papers'
import { door, refuse } from '@/door'
import { citedIdsSchema } from '@/lib/citation-query'

/** Citations of the papers that are named, in this order. */
export const GET = door({ who: 'anyone', limit: 'read', query: citedIdsSchema }, async ({ query, param }) => {
  const found = new Map((await getPapers(query.ids)).map((paper) => [paper.id, paper]))
  const missing = query.ids.filter((id) => !found.has(id))
  if (missing.length > 0) {
    return refuse(404, `There is no paper ${missing[0]} here.`, { ids: `Not here: ${missing.join(', ')}` })
  }
  return answerCitations(
    query.ids.flatMap((id) => found.get(id) ?? []),
    param('format'),
    'papers',
  )
})
