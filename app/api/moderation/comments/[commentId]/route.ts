import { hideComment, unhideComment } from '@/db/moderation'
import { door, refuse } from '@/door'
import { commentAnswer } from '@/lib/api-talk'
import { reasonSchema } from '@/lib/schemas'

/** Hides a comment; the reason stands in its place and in the log. Answers the comment as it is now. */
export const PUT = door(
  {
    who: 'moderator',
    body: reasonSchema,
    limit: 'write',
    api: { says: 'Hides a comment; the reason stands in its place and in the log.', answer: commentAnswer },
  },
  async ({ moderatorId, param, body }) => {
    const hidden = await hideComment(moderatorId, param('commentId'), body.reason, Date.now())
    return hidden.ok ? hidden.comment : refuse(404, 'There is no such comment.')
  },
)

/** Shows it again. */
export const DELETE = door(
  { who: 'moderator', limit: 'write', api: { says: 'Shows a hidden comment again.', answer: commentAnswer } },
  async ({ moderatorId, param }) => {
    const shown = await unhideComment(moderatorId, param('commentId'), Date.now())
    return shown.ok ? shown.comment : refuse(404, 'There is no such comment.')
  },
)
