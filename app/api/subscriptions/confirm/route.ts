import { answerOf } from '@/app/api/subscriptions/answer'
import { confirmSubscription } from '@/db/subscriptions'
import { door, refuse, seeOther } from '@/door'
import { readerAnswer } from '@/lib/api-people'
import { linkPath } from '@/lib/subscription-links'
import { confirmSubscriptionSchema } from '@/lib/subscription-schema'

/** The button behind the letter's link: opening the link alone confirms nothing, as mail scanners do that too. */
export const POST = door(
  {
    who: 'anyone',
    body: confirmSubscriptionSchema,
    limit: 'write',
    api: { says: 'Begins the letter, with the token of the link.', answer: readerAnswer },
    form: {
      back: ({ token }) => linkPath('confirm', String(token ?? '')),
      done: '/subscription',
    },
  },
  async ({ body, isForm }) => {
    const confirmed = await confirmSubscription(body.token, Date.now())
    if (!confirmed) return refuse(403, 'That link was used or has run out.', { token: 'Ask for a new link.' })
    const { reader, changeToken } = confirmed
    return isForm ? seeOther(`${linkPath('change', changeToken)}&saved=confirmed`) : answerOf(reader)
  },
)
