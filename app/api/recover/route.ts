import { createLink } from '@/db/one-time-links'
import { getUserByEmail } from '@/db/users'
import { door, refuse } from '@/door'
import { recoverLetter } from '@/lib/letters'
import { recoverSchema } from '@/lib/schemas'
import { hasMail, sendLater, site } from '@/mail'

/** Sends a letter by which a new password can be chosen. The answer is the same for every address. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: recoverSchema,
    limit: 'mail',
    account: ({ email }) => email,
    form: { back: '/recover', done: '/recover?sent=letter' },
  },
  ({ body: { email } }) => {
    if (!hasMail) return refuse(404, 'This site sends no mail: ask its admin for a new password.')
    sendLater(async () => {
      const person = await getUserByEmail(email)
      if (!person || person.isSample) return null
      return { to: email, letter: recoverLetter(site, person, await createLink('recover', person.id, Date.now())) }
    })
    return { sent: true }
  },
)
