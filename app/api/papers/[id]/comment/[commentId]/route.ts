import { refuseComment } from '@/app/api/papers/[id]/comment/refusal'
import { deleteComment, editComment } from '@/db/comments'
import { door, refuse } from '@/door'
import { renderComment } from '@/lib/comment-text'
import { commentSchema } from '@/lib/schemas'

/** Changes the text of a comment of one's own; answers the comment as it is now. */
export const PATCH = door(
  { who: 'member', body: commentSchema, limit: 'comment' },
  async ({ userId, paperId, param, body }) => {
    const text = renderComment(body.comment)
    if (!text.ok) return refuse(400, text.error, { comment: text.error })
    const edited = await editComment(userId, { paperId, commentId: param('commentId') }, text, Date.now())
    return edited.ok ? edited.comment : refuseComment(edited.error)
  },
)

/** Empties a comment of one's own; answers what is left of it. */
export const DELETE = door({ who: 'member', limit: 'write' }, async ({ userId, paperId, param }) => {
  const deleted = await deleteComment(userId, { paperId, commentId: param('commentId') }, Date.now())
  return deleted.ok ? deleted.comment : refuseComment(deleted.error)
})
