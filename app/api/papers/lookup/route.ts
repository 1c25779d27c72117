import { findPaper } from '@/app/submit/find-paper'
import { maySubmit, refuseSubmitting } from '@/app/submit/may-submit'
import { refuseUnfound } from '@/app/submit/refusals'
import { getOutlook } from '@/db/submission-outlook'
import { whyNot } from '@/db/submissions'
import { door } from '@/door'
import { lookUpAnswer } from '@/lib/api-papers'
import { paperPath } from '@/lib/paper-id'
import { lookUpSchema } from '@/lib/submission-schema'
import { renderAbstract, renderTitle } from '@/lib/tex'

/** What is at an address, or what a paper typed by hand looks like, and the day that it would be on. Nothing is kept. */
export const POST = door(
  {
    who: 'member',
    body: lookUpSchema,
    limit: 'fetch',
    api: { says: 'What is at an address, and the day that it would be on. Nothing is kept.', answer: lookUpAnswer },
  },
  async ({ viewer, userId, body }) => {
    if (!maySubmit(viewer)) return refuseSubmitting()
    const now = Date.now()
    const paper = await findPaper(body.paperId, body.typed, now)
    if (!paper.ok) return refuseUnfound(paper)
    const { id, title, abstract, authors, publishedAt, doi, sourceUrl } = paper.shown
    const no = await whyNot(id, paper.found)
    return {
      paper: { id, title, abstract, authors, publishedAt: new Date(publishedAt).toISOString(), doi, sourceUrl },
      html: { title: renderTitle(title), abstract: abstract === null ? '' : renderAbstract(abstract) },
      listing: no?.error === 'listed' ? { day: no.day, path: paperPath(id) } : null,
      day: (await getOutlook(userId, now)).day,
    }
  },
)
