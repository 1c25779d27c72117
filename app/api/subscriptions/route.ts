import { answerOf } from '@/app/api/subscriptions/answer'
import { getReaderByEmail, subscribe } from '@/db/subscriptions'
import { getUserById } from '@/db/users'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { readerAnswer, sentAnswer } from '@/lib/api-people'
import { readerLetter, subscribeLetter } from '@/lib/letters'
import { type Chosen, subscribeSchema, withDefaults } from '@/lib/subscription-schema'
import { hasMail, sendLater, site } from '@/mail'

/** The letter to the address of the one who asks, as their account has confirmed it. */
export const GET = door(
  { who: 'member', limit: 'read', api: { says: 'One’s own letter, and what one chose for it.', answer: readerAnswer } },
  async ({ userId }) => {
    const account = await getUserById(userId)
    const reader = account?.email ? await getReaderByEmail(account.email) : null
    return reader ? answerOf(reader) : refuse(404, 'No letter goes to the address of your account.')
  },
)

/** Asks for the letter. The answer is the same for every address; what is to be said of it, its owner gets by mail. */
export const POST = door(
  {
    who: 'anyone',
    body: subscribeSchema,
    limit: 'subscribe',
    api: {
      says: 'Asks for the letter: a mail to the address has the link that begins it.',
      answer: sentAnswer,
      status: 202,
    },
    account: ({ email }) => email,
    form: { back: '/subscription#letter', done: '/subscription?sent=letter' },
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
