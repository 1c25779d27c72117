import { writeComment } from '@/db/comments'
import { door, refuse } from '@/door'
import { renderComment } from '@/lib/comment-text'
import { commentSchema } from '@/lib/schemas'
import { refuseComment } from './refusal'

/** Writes a comment under a paper: 201 with the comment. */
export const POST = door(
  { who: 'member', body: commentSchema, limit: 'comment' },
  async ({ userId, paperId, body }) => {
    const text = renderComment(body.comment)
    if (!text.ok) return refuse(400, text.error, { comment: text.error })
    const written = await writeComment(userId, { paperId, parentId: null, ...text }, Date.now())
    return written.ok ? Response.json(written.comment, { status: 201 }) : refuseComment(written.error)
  },
)
