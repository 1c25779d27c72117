import { setRole } from '@/db/users'
import { door, refuse } from '@/door'
import { peopleHrefFrom } from '@/lib/people-query'
import { roleSchema } from '@/lib/schemas'

/** Makes somebody a member, moderator or admin. */
export const POST = door(
  {
    who: 'admin',
    scope: 'session',
    body: roleSchema,
    limit: 'write',
    // To the line of the person, on the page of people that the form was on.
    form: {
      back: ({ next, name }) => peopleHrefFrom(next, { person: String(name) }, 'role'),
      done: ({ next, name }) => peopleHrefFrom(next, { saved: name }, `change-${name}`),
    },
  },
  async ({ adminId, body: { name, role } }) => {
    const set = await setRole(adminId, name, role, Date.now())
    return set.ok ? { name, role } : refuse(409, set.error, { name: set.error })
  },
)
