import { dropAccount } from '@/db/accounts'
import { door, refuse } from '@/door'

const drop = door(
  {
    who: 'member',
    scope: 'session',
    limit: 'write',
    form: { back: '/settings#sites', done: '/settings?saved=site#sites' },
  },
  async ({ userId, param }) => {
    const dropped = await dropAccount(userId, param('site'))
    return dropped ? {} : refuse(409, 'That is the only way you can sign in. Set a password first.')
  },
)

/** Another site no longer signs in here. A form can only POST. */
export { drop as DELETE, drop as POST }
