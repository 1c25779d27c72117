import { findPaper } from '@/app/submit/find-paper'
import { maySubmit, refuseSubmitting } from '@/app/submit/may-submit'
import { refuseSubmission, refuseUnfound } from '@/app/submit/refusals'
import { submitPaper } from '@/db/submissions'
import { door, refuse, seeOther } from '@/door'
import { renderComment } from '@/lib/comment-text'
import { paperPath } from '@/lib/paper-id'
import { listedPath, submitPath } from '@/lib/submission-path'
import { submitSchema } from '@/lib/submission-schema'

/** Puts a paper on today's list: 303 to its page. */
export const POST = door(
  {
    who: 'member',
    body: submitSchema,
    limit: 'fetch',
    api: { says: 'Puts a paper on today’s list.', answer: null },
    form: { back: ({ paperId }) => `${submitPath(paperId)}#typed`, done: '/' },
  },
  async ({ viewer, userId, body, isForm }) => {
    if (!maySubmit(viewer)) return refuseSubmitting()
    const text = body.comment === undefined ? null : renderComment(body.comment)
    if (text?.ok === false) return refuse(400, text.error, { comment: text.error })
    const paper = await findPaper(body.paperId, body.typed, Date.now())
    if (!paper.ok) return refuseUnfound(paper)
    const { projectPage, githubRepo: codeUrl, mediaUrls, day = null } = body
    const links = { projectPage, codeUrl, mediaUrls }
    const submission = { id: paper.id, found: paper.found, links, comment: text, day }
    const submitted = await submitPaper(userId, submission, Date.now())
    if (!submitted.ok) return refuseSubmission(submitted)
    return seeOther(isForm ? listedPath(submitted.id) : paperPath(submitted.id))
  },
)
