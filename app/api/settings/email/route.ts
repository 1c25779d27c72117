import { createConfirmToken, removeEmail } from '@/db/emails'
import { passwordFits } from '@/db/passwords'
import { getUserByEmail, getUserById } from '@/db/users'
import { door, refuse } from '@/door'
import { addressKnownLetter, confirmLetter } from '@/lib/letters'
import { emailChangeSchema } from '@/lib/schemas'
import { hasMail, sendLater, site } from '@/mail'

/** Sends a letter to a new address, which counts once it was answered; an empty one takes the old away. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: emailChangeSchema,
    limit: 'password',
    form: {
      back: '/settings#email',
      done: ({ email }) => `/settings?saved=${email ? 'letter' : 'email'}#email`,
    },
  },
  async ({ userId, viewer, body: { email, password }, forgive }) => {
    const account = await getUserById(userId)
    if (account?.passwordHash && !(await passwordFits(account.passwordHash, password ?? ''))) {
      return refuse(403, 'That is not your password.', { password: 'That is not your password.' })
    }
    await forgive()
    if (!email) {
      await removeEmail(userId)
      return {}
    }
    if (!hasMail) return refuse(404, 'This site sends no mail.')
    sendLater(async () => {
      const owner = await getUserByEmail(email)
      if (owner) return { to: email, letter: addressKnownLetter(site, owner) }
      return { to: email, letter: confirmLetter(site, viewer, await createConfirmToken(userId, email, Date.now())) }
    })
    return { sent: true }
  },
)
