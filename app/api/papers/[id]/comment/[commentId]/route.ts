import { refuseComment, saveComment } from '@/app/api/papers/[id]/comment/save-comment'
import { deleteComment, editComment } from '@/db/comments'
import { door } from '@/door'
import { commentAnswer } from '@/lib/api-talk'
import { commentSchema } from '@/lib/schemas'

/** Changes the text of a comment of one's own; answers the comment as it is now. */
export const PATCH = door(
  {
    who: 'member',
    body: commentSchema,
    limit: 'comment',
    api: { says: 'Changes a comment of one’s own.', answer: commentAnswer },
  },
  ({ userId, paperId, param, body }) => {
    const which = { paperId, commentId: param('commentId') }
    return saveComment(body, 200, (text) => editComment(userId, which, text, Date.now()))
  },
)

/** Empties a comment of one's own; answers what is left of it. */
export const DELETE = door(
  { who: 'member', limit: 'write', api: { says: 'Empties a comment of one’s own.', answer: commentAnswer } },
  async ({ userId, paperId, param }) => {
    const deleted = await deleteComment(userId, { paperId, commentId: param('commentId') }, Date.now())
    return deleted.ok ? deleted.comment : refuseComment(deleted.error)
  },
)
