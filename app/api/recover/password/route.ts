import { enter } from '@/auth'
import { hashPassword, recoverPassword } from '@/db/passwords'
import { door, refuse } from '@/door'
import { newPasswordSchema } from '@/lib/schemas'

/** Keeps the new password and ends everything else: other sessions and tokens may be somebody else's. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: newPasswordSchema,
    limit: 'signin',
    form: {
      back: ({ token }) => `/recover/${encodeURIComponent(String(token ?? ''))}`,
      done: '/settings?saved=password',
    },
  },
  async ({ body: { token, password } }) => {
    const name = await recoverPassword(token, await hashPassword(password), Date.now())
    if (!name) return refuse(403, 'That link was used or has run out. Ask for another.')
    await enter({ name, password })
    return { name }
  },
)
