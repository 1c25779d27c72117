import { subscribe } from '@/db/subscriptions'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { readerLetter, subscribeLetter } from '@/lib/letters'
import { type Chosen, subscribeSchema, withDefaults } from '@/lib/subscription-schema'
import { hasMail, sendLater, site } from '@/mail'

/** Asks for the letter. The answer is the same for every address; what is to be said of it, its owner gets by mail. */
export const POST = door(
  {
    who: 'anyone',
    body: subscribeSchema,
    limit: 'subscribe',
    account: ({ email }) => email,
    form: { back: '/subscription', done: '/subscription?sent=letter' },
  },
  ({ body: { email, ...choices } }) => {
    if (!hasMail) return refuse(404, 'This site sends no mail.')
    const chosen = withDefaults(choices, env.FEED_TIMEZONE)
    sendLater(async () => ({ to: email, letter: await letterFor(email, chosen) }))
    return Response.json({ sent: true }, { status: 202 })
  },
)

async function letterFor(email: string, chosen: Chosen) {
  const asked = await subscribe(email, chosen, Date.now())
  return asked.is === 'reader' ? readerLetter(site, asked) : subscribeLetter(site, chosen, asked.confirmToken)
}
