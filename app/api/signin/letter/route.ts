import { createSignInToken } from '@/db/emails'
import { getUserByEmail } from '@/db/users'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { signInLetter } from '@/lib/letters'
import { safeNext, signInPath } from '@/lib/next-path'
import { emailLinkSchema } from '@/lib/schemas'
import { hasMail, sendLater, site } from '@/mail'

/** Sends a letter that signs in. The answer is the same whether the address is known or not. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: emailLinkSchema,
    limit: 'mail',
    account: ({ email }) => email,
    form: { back: ({ next }) => signInPath(next), done: '/signin?sent=letter' },
  },
  ({ body: { email, next } }) => {
    if (!hasMail) return refuse(404, 'This site sends no mail.')
    sendLater(async () => {
      const person = await getUserByEmail(email)
      if (person ? person.isSample : env.SIGNUP !== 'open') return null
      const token = await createSignInToken(email, Date.now())
      return { to: email, letter: signInLetter(site, token, safeNext(next)) }
    })
    return { sent: true }
  },
)
