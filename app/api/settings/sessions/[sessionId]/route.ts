import { endOwnSession } from '@/db/sessions'
import { door } from '@/door'

const end = door(
  {
    who: 'member',
    scope: 'session',
    limit: 'write',
    form: { back: '/settings#sessions', done: '/settings?saved=session#sessions' },
  },
  async ({ userId, param }) => {
    await endOwnSession(userId, param('sessionId'))
    return {}
  },
)

/** Signs out one place of this person's own. A form can only POST. */
export { end as DELETE, end as POST }
