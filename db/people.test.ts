import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listPeople, type PeopleAsked } from '@/db/people'
import { users } from '@/db/schema'
import { startSession } from '@/db/sessions'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const now = Date.parse('2026-06-10T09:30:00Z')
const made = await createUser({ name: 'Noor', role: 'admin', email: 'noor@example.org' }, 1)
if (!made.ok) throw new Error('Noor could not be made.')
const { adminId, userId } = authorityOf(made.viewer)
if (!adminId) throw new Error('Noor is no admin.')
await startSession(userId, null, now)
for (let n = 0; n < 7; n++) await createUser({ name: `Mi-${n}`, role: n === 3 ? 'moderator' : 'member' }, now + n)
await db.insert(users).values({ id: 's', name: 'mila', nameKey: 'mila', createdAt: now, isSample: true })

const ask = async (asked: Partial<PeopleAsked>) => {
  const { people, next } = await listPeople(adminId, { find: '', only: 'all', after: null, limit: 3, ...asked })
  return { names: people.map(({ name }) => name), people, next }
}

test('everybody, who joined last first, page after page and nobody twice', async () => {
  const names: string[] = []
  let after: string | null = null
  for (let pages = 0; pages < 3; pages++) {
    const page: Awaited<ReturnType<typeof ask>> = await ask({ after })
    names.push(...page.names)
    after = page.next
  }
  expect(names).toEqual(['mila', 'Mi-6', 'Mi-5', 'Mi-4', 'Mi-3', 'Mi-2', 'Mi-1', 'Mi-0', 'Noor'])
  expect(after).toBeNull()
})

test('by the beginning of a name, whatever its case, in the order of names', async () => {
  const first = await ask({ find: 'MI-' })
  expect(first.names).toEqual(['Mi-0', 'Mi-1', 'Mi-2'])
  expect((await ask({ find: 'mi-', after: first.next })).names).toEqual(['Mi-3', 'Mi-4', 'Mi-5'])
  expect((await ask({ find: 'mi_' })).names).toEqual([])
  expect((await ask({ find: '%' })).names).toEqual([])
})

test('by a whole address', async () => {
  expect((await ask({ find: 'NOOR@example.org' })).names).toEqual(['Noor'])
  expect((await ask({ find: 'noor@' })).names).toEqual([])
})

test('those who moderate, with what they did and when they were seen', async () => {
  const { people, next } = await ask({ only: 'moderators' })
  expect(people).toMatchObject([
    { name: 'Mi-3', role: 'moderator', seenAt: null, votes: 0, comments: 0 },
    { name: 'Noor', role: 'admin', seenAt: now },
  ])
  expect(next).toBeNull()
  expect(Object.keys(people[0] ?? {})).not.toContain('id')
})
