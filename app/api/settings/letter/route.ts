import { answerOf } from '@/app/api/subscriptions/answer'
import { chooseForMember } from '@/db/subscriptions'
import { getUserById } from '@/db/users'
import { door, refuse } from '@/door'
import { letterSettingsSchema } from '@/lib/subscription-schema'
import { hasMail } from '@/mail'

/** A member's letter, to the address that their account has confirmed: that takes no further link. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: letterSettingsSchema,
    limit: 'write',
    form: { back: '/settings#letter', done: '/settings?saved=choices#letter' },
  },
  async ({ userId, body: { frequency, ...choices } }) => {
    if (!hasMail) return refuse(404, 'This site sends no mail.')
    const account = await getUserById(userId)
    if (!account?.email) return refuse(409, 'Give your account an e-mail address first.')
    const change = frequency === 'never' ? null : { frequency, ...choices }
    const reader = await chooseForMember(userId, change, Date.now())
    return reader ? answerOf(reader) : {}
  },
)
