import { refuseComment } from '@/app/api/papers/[id]/comment/refusal'
import { writeComment } from '@/db/comments'
import { door, refuse } from '@/door'
import { renderComment } from '@/lib/comment-text'
import { commentSchema } from '@/lib/schemas'

/** Answers a comment: 201 with the answer. */
export const POST = door(
  { who: 'member', body: commentSchema, limit: 'comment' },
  async ({ userId, paperId, param, body }) => {
    const text = renderComment(body.comment)
    if (!text.ok) return refuse(400, text.error, { comment: text.error })
    const written = await writeComment(userId, { paperId, parentId: param('commentId'), ...text }, Date.now())
    return written.ok ? Response.json(written.comment, { status: 201 }) : refuseComment(written.error)
  },
)
