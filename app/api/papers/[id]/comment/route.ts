import { saveComment } from '@/app/api/papers/[id]/comment/save-comment'
import { writeComment } from '@/db/comments'
import { door } from '@/door'
import { commentAnswer } from '@/lib/api-talk'
import { commentSchema } from '@/lib/schemas'

/** Writes a comment under a paper: 201 with the comment. */
export const POST = door(
  {
    who: 'member',
    body: commentSchema,
    limit: 'comment',
    api: { says: 'Writes a comment under a paper.', answer: commentAnswer, status: 201 },
  },
  ({ userId, paperId, body }) =>
    saveComment(body, 201, (text) => writeComment(userId, { paperId, parentId: null, ...text }, Date.now())),
)
