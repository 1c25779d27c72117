import { findPaper } from '@/app/submit/find-paper'
import { maySubmit, refuseSubmitting } from '@/app/submit/may-submit'
import { refuseUnfound, unreadable } from '@/app/submit/refusals'
import { upsertFound } from '@/db/pool'
import { door, refuse } from '@/door'
import { isArxivId } from '@/lib/paper-id'
import { indexSchema } from '@/lib/submission-schema'

/** Takes a paper of arXiv in, so that it has a page here. It is put on no list. */
export const POST = door({ who: 'member', body: indexSchema, limit: 'fetch' }, async ({ viewer, body }) => {
  if (!maySubmit(viewer)) return refuseSubmitting()
  const now = Date.now()
  const paper = await findPaper(body.arxivId, null, now)
  if (!paper.ok && paper.why === 'failed') return refuseUnfound(paper)
  if (!paper.ok || !isArxivId(paper.id)) return refuse(400, unreadable, { arxivId: unreadable })
  if (paper.found) await upsertFound([paper.found], now)
  return {}
})
