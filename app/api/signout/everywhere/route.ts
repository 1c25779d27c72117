import { leave } from '@/auth'
import { endSessions } from '@/db/sessions'
import { door } from '@/door'

/** Ends every session of this person, here as well. Tokens stay until they are revoked. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    limit: 'write',
    form: { back: '/settings', done: '/signin?signedout=everywhere' },
  },
  async ({ userId }) => {
    await endSessions(userId)
    await leave()
    return {}
  },
)
