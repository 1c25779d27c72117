import { door, refuse } from '@/door'
import { previewAnswer } from '@/lib/api-talk'
import { renderComment } from '@/lib/comment-text'
import { commentSchema } from '@/lib/schemas'

/** A text as it will look as a comment; nothing is kept. For members, as rendering is work. */
export const POST = door(
  {
    who: 'member',
    body: commentSchema,
    limit: 'preview',
    api: { says: 'A text as it will look as a comment; nothing is kept.', answer: previewAnswer },
  },
  ({ body }) => {
    const text = renderComment(body.comment)
    return text.ok ? { html: text.html } : refuse(400, text.error, { comment: text.error })
  },
)
