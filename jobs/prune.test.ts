import { expect, test } from 'vitest'
import { createLink } from '@/db/one-time-links'
import { startSession } from '@/db/sessions'
import { createUser } from '@/db/users'
import { prune } from '@/jobs/prune'
import { authorityOf } from '@/lib/authority'

const now = Date.parse('2026-06-10T09:30:00Z')
const year = 365 * 86_400_000

test('says how much it removed, and nothing when there was nothing', async () => {
  expect(await prune(now)).toBe('')
  const made = await createUser({ name: 'Mira' }, now)
  if (!made.ok) throw new Error(made.error)
  await startSession(authorityOf(made.viewer).userId, null, now)
  for (const purpose of ['invite', 'invite'] as const) await createLink(purpose, null, now)
  expect(await prune(now)).toBe('')
  expect(await prune(now + 2 * year)).toBe('removed 1 session, 2 links')
  expect(await prune(now + 2 * year)).toBe('')
})
