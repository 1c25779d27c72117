import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { listFollowing } from '@/db/following'
import { follow } from '@/db/follows'
import { importRows } from '@/db/import'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof import('node:timers/promises')>()
  return { ...timers, setImmediate: vi.fn(timers.setImmediate) }
})

const now = Date.UTC(2026, 5, 2, 9)
const clock = { timeZone: 'UTC', rollover: '00:00' }

test('while many papers are matched, others have their turn', async () => {
  const made = await createUser({ name: 'Mira' }, now)
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  await follow(userId, { kind: 'keyword', value: 'heat', muted: false }, now)
  await importRows(
    Array.from({ length: 600 }, (_, i) => row(i)),
    now,
  )
  const list = () => listFollowing(userId, { order: 'newest', page: 1, pageSize: 10, now, clock })
  await list()
  vi.mocked(breathe).mockClear()
  expect(await list()).toMatchObject({ total: 600 })
  expect(breathe).toHaveBeenCalledTimes(2)
})

function row(n: number) {
  const id = `2606.${String(n).padStart(5, '0')}`
  const paper = { id, title: `Heat ${n}`, authors: [{ name: 'Ada Quill' }], publishedAt: '2026-05-01', upvotes: 0 }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}
