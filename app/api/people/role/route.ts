import { setRole } from '@/db/users'
import { door, refuse } from '@/door'
import { roleSchema } from '@/lib/schemas'

/** Makes somebody a member, moderator or admin. */
export const POST = door(
  {
    who: 'admin',
    scope: 'session',
    body: roleSchema,
    limit: 'write',
    form: {
      back: ({ name }) => `/admin/people?person=${encodeURIComponent(String(name))}#people`,
      done: '/admin/people?saved=role#people',
    },
  },
  async ({ adminId, body }) => {
    const set = await setRole(adminId, body.name, body.role, Date.now())
    return set.ok ? body : refuse(409, set.error, { name: set.error })
  },
)
