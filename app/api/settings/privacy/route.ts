import { updatePrivacy } from '@/db/settings'
import { door } from '@/door'
import { privacySchema } from '@/lib/schemas'

/** Whether everybody may see on this person's page what they voted for. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: privacySchema,
    limit: 'write',
    form: { back: '/settings#privacy', done: '/settings?saved=privacy#privacy' },
  },
  async ({ userId, body }) => {
    await updatePrivacy(userId, body.votesPublic, Date.now())
    return body
  },
)
