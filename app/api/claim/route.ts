import { enter } from '@/auth'
import { claimAdmin } from '@/db/first-admin'
import { hashPassword } from '@/db/passwords'
import { door, refuse } from '@/door'
import { claimSchema } from '@/lib/schemas'

/** Makes the first admin, while nobody is: whoever is signed in, or somebody new. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: claimSchema,
    limit: 'signin',
    form: {
      back: ({ token }) => `/claim/${encodeURIComponent(String(token ?? ''))}`,
      done: '/settings?saved=admin',
    },
  },
  async ({ body: { token, name, password }, userId }) => {
    if (userId) return answer(await claimAdmin(token, userId, Date.now()))
    if (!name) return refuse(400, 'Choose a name.', { name: 'Choose a name.' })
    if (!password) return refuse(400, 'Choose a password.', { password: 'Choose a password.' })
    const passwordHash = await hashPassword(password)
    const claimed = await claimAdmin(token, { name, passwordHash }, Date.now())
    if (claimed.ok) await enter({ name, password })
    return answer(claimed)
  },
)

function answer(claimed: Awaited<ReturnType<typeof claimAdmin>>) {
  if (claimed.ok) return { name: claimed.viewer.name }
  if (claimed.error === 'name taken') return refuse(409, 'That name is taken.', { name: 'That name is taken.' })
  return refuse(403, 'That link does not work any more: it was used, has run out, or there is an admin already.')
}
