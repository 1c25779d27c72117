import { updateProfile } from '@/db/settings'
import { door } from '@/door'
import { profileSchema } from '@/lib/schemas'

export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: profileSchema,
    limit: 'write',
    form: { back: '/settings#profile', done: '/settings?saved=profile#profile' },
  },
  async ({ userId, body }) => {
    await updateProfile(userId, body, Date.now())
    return body
  },
)
