import { hashPassword, passwordFits, updatePassword } from '@/db/passwords'
import { getUserById } from '@/db/users'
import { door, refuse } from '@/door'
import { passwordChangeSchema } from '@/lib/schemas'

/** A new password signs out everywhere but here. Who came by another site has none yet and need not know one. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: passwordChangeSchema,
    limit: 'password',
    form: { back: '/settings#password', done: '/settings?saved=password#password' },
  },
  async ({ userId, sessionId, body, forgive }) => {
    const account = await getUserById(userId)
    if (account?.passwordHash && !(await passwordFits(account.passwordHash, body.current))) {
      return refuse(403, 'That is not your password.', { current: 'That is not your password.' })
    }
    await updatePassword(userId, await hashPassword(body.password), sessionId)
    await forgive()
    return {}
  },
)
