import { confirmEmail } from '@/db/emails'
import { door, refuse } from '@/door'
import { emailSignInSchema } from '@/lib/schemas'

/** The button behind the letter's link. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: emailSignInSchema,
    limit: 'write',
    form: {
      back: ({ token }) => `/settings/email/${encodeURIComponent(String(token ?? ''))}`,
      done: '/settings?saved=email#email',
    },
  },
  async ({ userId, body }) => {
    const email = await confirmEmail(body.token, userId, Date.now())
    return email ? { email } : refuse(403, 'That link was used, has run out, or is for somebody else.')
  },
)
