import { enter } from '@/auth'
import { nameKeyOf } from '@/db/name-keys'
import { door, refuse } from '@/door'
import { safeNext, signInPath } from '@/lib/next-path'
import { signInSchema } from '@/lib/schemas'

/** One answer for an unknown name and a wrong password, after the same time. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: signInSchema,
    limit: 'signin',
    account: ({ name }) => nameKeyOf(name),
    form: { back: ({ next }) => signInPath(next), done: ({ next }) => safeNext(next) },
  },
  async ({ body, forgive }) => {
    if (!(await enter({ name: body.name, password: body.password }))) {
      return refuse(401, 'That name and password do not fit.', { password: 'That name and password do not fit.' })
    }
    await forgive()
    return { next: safeNext(body.next) }
  },
)
