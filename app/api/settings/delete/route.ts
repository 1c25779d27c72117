import { leave } from '@/auth'
import { deletePerson } from '@/db/departures'
import { door, refuse } from '@/door'
import { deleteAccountSchema } from '@/lib/schemas'

/** Deletes the account: votes are withdrawn, comments stay without a name. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: deleteAccountSchema,
    limit: 'write',
    form: { back: '/settings#leave', done: '/signin?signedout=deleted' },
  },
  async ({ userId, viewer, body }) => {
    if (body.name.toLowerCase() !== viewer.name.toLowerCase()) {
      return refuse(400, 'That is not your name.', { name: 'That is not your name.' })
    }
    const gone = await deletePerson(userId, Date.now())
    if (!gone.ok) return refuse(409, gone.error)
    await leave()
    return {}
  },
)
