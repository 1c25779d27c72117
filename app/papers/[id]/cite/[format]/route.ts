import { answerCitations } from '@/app/papers/cite/answer-citations'
import { getPaper } from '@/db/papers'
import { door, refuse } from '@/door'
import { citeKey } from '@/lib/citation'

/** A paper's citation, to be taken into other programs. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ paperId, param }) => {
  const paper = await getPaper(paperId)
  if (!paper) return refuse(404, 'There is no such paper.')
  return answerCitations([paper], param('format'), citeKey(paper))
})
