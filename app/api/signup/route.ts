import { enter } from '@/auth'
import { createConfirmToken } from '@/db/emails'
import { hashPassword } from '@/db/passwords'
import { createUser, getUserByEmail } from '@/db/users'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { addressKnownLetter, confirmLetter } from '@/lib/letters'
import { safeNext } from '@/lib/next-path'
import { signUpSchema } from '@/lib/schemas'
import { hasMail, sendLater, site } from '@/mail'

/** Makes an account and signs in. An address is kept once a letter to it was answered. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: signUpSchema,
    limit: 'signup',
    form: {
      back: ({ next, invite }) =>
        typeof invite === 'string' && invite ? `/invite/${encodeURIComponent(invite)}` : signUpPath(next),
      done: ({ next }) => safeNext(next),
    },
  },
  async ({ body: { name, password, email, invite, next } }) => {
    if (env.SIGNUP === 'closed') return refuse(403, 'New accounts are closed here.')
    if (env.SIGNUP === 'invite' && !invite) return refuse(403, 'New accounts need an invitation here.')
    const made = await createUser({ name, passwordHash: await hashPassword(password), invite }, Date.now())
    if (!made.ok) {
      if (made.error === 'name taken') return refuse(409, 'That name is taken.', { name: 'That name is taken.' })
      return refuse(403, 'That invitation was used or has run out.')
    }
    const { viewer } = made
    if (email && hasMail) {
      sendLater(async () => {
        const owner = await getUserByEmail(email)
        if (owner) return { to: email, letter: addressKnownLetter(site, owner) }
        const token = await createConfirmToken(authorityOf(viewer).userId, email, Date.now())
        return { to: email, letter: confirmLetter(site, viewer, token) }
      })
    }
    await enter({ name, password })
    return Response.json({ name: viewer.name, next: safeNext(next) }, { status: 201 })
  },
)

function signUpPath(next: unknown): string {
  return `/signup?${new URLSearchParams({ next: safeNext(String(next ?? '')) })}`
}
