import { saveComment } from '@/app/api/papers/[id]/comment/save-comment'
import { writeComment } from '@/db/comments'
import { door } from '@/door'
import { commentAnswer } from '@/lib/api-talk'
import { commentSchema } from '@/lib/schemas'

/** Answers a comment: 201 with the answer. */
export const POST = door(
  {
    who: 'member',
    body: commentSchema,
    limit: 'comment',
    api: { says: 'Answers a comment.', answer: commentAnswer, status: 201 },
  },
  ({ userId, paperId, param, body }) => {
    const parentId = param('commentId')
    return saveComment(body, 201, (text) => writeComment(userId, { paperId, parentId, ...text }, Date.now()))
  },
)
