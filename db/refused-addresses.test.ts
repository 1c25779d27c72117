import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listAdminLog, listModerationLog } from '@/db/moderation'
import { listRefused, releaseAddress } from '@/db/refused-addresses'
import { letters, outbox, subscriptions } from '@/db/schema'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const now = Date.parse('2026-06-10T09:30:00Z')
const made = await createUser({ name: 'Noor', role: 'admin' }, 1)
const admin = made.ok ? authorityOf(made.viewer).adminId : null
if (!admin) throw new Error('Noor could not be made.')

const choices = { frequency: 'daily', hour: 7, timezone: 'Asia/Kathmandu', papers: 10, minUpvotes: 0 } as const
const reader = (id: string, state: 'active' | 'refused', refusals: number) => ({
  ...{ id, email: `${id}@example.org`, state, refusals, secret: 's', createdAt: now, ...choices },
  ...{ categories: [], keywords: [], authors: [], nextAt: state === 'active' ? now : null },
})
await db
  .insert(subscriptions)
  .values([
    reader('ida', 'refused', 3),
    reader('jun', 'active', 2),
    reader('kim', 'refused', 3),
    reader('lea', 'refused', 3),
  ])
await db
  .insert(letters)
  .values({ id: 1, issue: 'daily:2026-06-09', choices: 'x', subject: 's', html: 'h', text: 't', createdAt: now })
const refusal = (subscriptionId: string, issue: string, doneAt: number, answer: string) => ({
  ...{ subscriptionId, issue, letterId: 1, state: 'failed' as const, nextAt: 0, doneAt, answer },
})
await db
  .insert(outbox)
  .values([
    refusal('ida', 'daily:2026-06-08', now - 1_000, '550 5.1.1 No such user'),
    refusal('ida', 'daily:2026-06-07', now - 2_000, '552 Mailbox full'),
    refusal('jun', 'daily:2026-06-08', now - 1_000, '550 No'),
  ])

test('refused addresses are listed page by page, with what their server said last', async () => {
  const first = await listRefused(admin, { before: null, limit: 2 })
  expect(first.lines).toMatchObject([
    { id: 'lea', email: 'lea@example.org', refusals: 3, at: null, answer: null },
    { id: 'kim' },
  ])
  const rest = await listRefused(admin, { before: first.next, limit: 2 })
  expect(rest).toMatchObject({ lines: [{ id: 'ida', at: now - 1_000, answer: '550 5.1.1 No such user' }], next: null })
})

test('one that may try again gets its next letter at its reader’s hour, and the admins’ log says so', async () => {
  expect(await releaseAddress(admin, 'ida', now)).toEqual({
    ok: true,
    email: 'ida@example.org',
    nextAt: Date.parse('2026-06-11T01:15:00Z'),
  })
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.id, 'ida'))
  expect(row).toMatchObject({ state: 'active', refusals: 0 })
  expect((await listRefused(admin, { before: null, limit: 9 })).lines.map(({ id }) => id)).toEqual(['lea', 'kim'])
  const log = await listAdminLog(admin, { before: null, limit: 1 })
  expect(log.lines).toMatchObject([{ kind: 'released', by: 'Noor', what: 'ida@example.org' }])
  // Addresses are nobody else's to read.
  expect((await listModerationLog({ before: null, limit: 9 })).lines).toEqual([])
})

test('who is not refused, or not there, is left alone', async () => {
  expect(await releaseAddress(admin, 'jun', now)).toEqual({ ok: false, error: 'not refused' })
  expect(await releaseAddress(admin, 'nobody', now)).toEqual({ ok: false, error: 'no such reader' })
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.id, 'jun'))
  expect(row).toMatchObject({ state: 'active', refusals: 2, nextAt: now })
})
