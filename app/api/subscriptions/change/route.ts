import { answerOf } from '@/app/api/subscriptions/answer'
import { changeByToken } from '@/db/subscriptions'
import { door, refuse } from '@/door'
import { readerAnswer } from '@/lib/api-people'
import { linkPath } from '@/lib/subscription-links'
import { changeSubscriptionSchema } from '@/lib/subscription-schema'

/** Changes what a reader chose; whatever is not named stays. */
export const POST = door(
  {
    who: 'anyone',
    body: changeSubscriptionSchema,
    limit: 'write',
    api: { says: 'Changes what a reader chose, with the token of the letter.', answer: readerAnswer },
    form: {
      back: ({ token }) => `${linkPath('change', String(token ?? ''))}#letter`,
      done: ({ token }) => `${linkPath('change', token)}&saved=choices`,
    },
  },
  async ({ body: { token, ...change } }) => {
    const reader = await changeByToken(token, change, Date.now())
    if (!reader) return refuse(403, 'That link does not work any more.', { token: 'Use the newest letter’s.' })
    if (reader.state !== 'active') return refuse(409, 'No letters go to this address now. Subscribe again first.')
    return answerOf(reader)
  },
)
