import { findPaper } from '@/app/submit/find-paper'
import { maySubmit, refuseSubmitting } from '@/app/submit/may-submit'
import { refuseUnfound } from '@/app/submit/refusals'
import { upsertFound } from '@/db/pool'
import { door, refuse } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { sourceAsked } from '@/lib/source-asked'
import { indexSchema } from '@/lib/submission-schema'

const noId = 'That is no id of arXiv’s, as in 2308.10087.'

/** Takes a paper of arXiv in, so that it has a page here. It is put on no list. */
export const POST = door(
  {
    who: 'member',
    body: indexSchema,
    limit: 'fetch',
    api: { says: 'Takes a paper of arXiv in, so that it has a page here; it is put on no list.', answer: doneAnswer },
  },
  async ({ viewer, body }) => {
    if (!maySubmit(viewer)) return refuseSubmitting()
    const asked = sourceAsked(body.arxivId)
    if (asked?.kind !== 'arxiv') return refuse(400, noId, { arxivId: noId })
    const now = Date.now()
    const paper = await findPaper(asked.id, null, now)
    if (!paper.ok) return refuseUnfound(paper, 'arxivId')
    if (paper.found) await upsertFound([paper.found], now)
    return {}
  },
)
