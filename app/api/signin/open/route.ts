import { enter } from '@/auth'
import { door, refuse } from '@/door'
import { safeNext } from '@/lib/next-path'
import { emailSignInSchema } from '@/lib/schemas'

/** The button behind a letter's link: opening the link alone, as mail scanners do, does not use it up. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: emailSignInSchema,
    limit: 'signin',
    form: { back: '/signin', done: ({ next }) => safeNext(next) },
  },
  async ({ body }) => {
    if (!(await enter({ token: body.token }))) return refuse(401, 'That link was used or has run out. Ask for another.')
    return { next: safeNext(body.next) }
  },
)
