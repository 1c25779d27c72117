import { refuseList } from '@/app/api/lists/answers'
import { closeList, reopenList } from '@/db/moderation'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { reasonSchema } from '@/lib/schemas'

/** Makes a public reading list private; its owner reads the reason on it, everybody in the log. */
export const PUT = door(
  {
    who: 'moderator',
    body: reasonSchema,
    limit: 'write',
    api: { says: 'Makes a public reading list private; the reason stands on it and in the log.', answer: doneAnswer },
  },
  async ({ moderatorId, param, body }) => {
    const closed = await closeList(moderatorId, param('listId'), body.reason, Date.now())
    return closed.ok ? {} : refuseList(closed.error)
  },
)

/** Lets its owner make it public again. */
export const DELETE = door(
  {
    who: 'moderator',
    limit: 'write',
    api: { says: 'Lets the owner of a list that was made private make it public again.', answer: doneAnswer },
  },
  async ({ moderatorId, param }) => {
    const reopened = await reopenList(moderatorId, param('listId'), Date.now())
    return reopened.ok ? {} : refuseList(reopened.error)
  },
)
