import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { addDeliveries } from '@/db/deliveries'
import { follow, listFollows } from '@/db/follows'
import { upsertFound } from '@/db/pool'
import { deliveries } from '@/db/schema'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { gatherNews } from '@/db/webhook-news'
import { createWebhook, type Keeper } from '@/db/webhooks'
import { authorityOf, type UserId } from '@/lib/authority'

vi.mock('@/db/follows', { spy: true })
vi.mock('@/db/deliveries', { spy: true })

const { addDeliveries: addDeliveriesAsIs } = await vi.importActual<typeof import('@/db/deliveries')>('@/db/deliveries')

let now = Date.UTC(2026, 5, 2, 9)
let names = 0

async function join(): Promise<UserId> {
  const done = await createUser({ name: `reader-${names++}` }, ++now)
  if (!done.ok) throw new Error(done.error)
  return authorityOf(done.viewer).userId
}

async function hook(keeper: Keeper) {
  const asked = { kind: 'standard', label: 'In', url: 'https://hooks.example/in', votes: 1, chat: undefined } as const
  const done = await createWebhook(keeper, { ...asked, events: ['paper.listed'] }, ++now)
  if (!done.ok) throw new Error(done.error)
}

async function list(voter: UserId, from: number, n: number) {
  const text = {
    title: 'Sorting',
    abstract: 'We count.',
    note: null,
    doi: null,
    sourceUrl: null,
    categories: ['cs.LG'],
  }
  const more = { publishedAt: now, updatedAt: null, version: 1, isWithdrawn: false, announcedDay: '2026-06-02' }
  for (let i = from; i < from + n; i++) {
    const id = `2606.${String(i).padStart(5, '0')}`
    await upsertFound([{ id, source: 'arxiv', authors: [{ name: 'Ada Sol' }], ...text, ...more }], now)
    await castVote(voter, id, ++now)
  }
}

test('follows are read once for each person, many messages take several transactions, and a break leaves none out', async () => {
  const [voter, ...readers] = [await join(), await join(), await join()]
  for (const userId of readers) {
    await follow(userId, { kind: 'keyword', value: 'sorting', muted: false }, now)
    for (let n = 0; n < 8; n++) await hook({ of: 'person', userId })
  }
  await gatherNews(++now)
  await list(voter, 1, 20)
  vi.mocked(listFollows).mockClear()
  vi.mocked(addDeliveries).mockClear()

  vi.mocked(addDeliveries).mockImplementationOnce(addDeliveriesAsIs).mockRejectedValueOnce(new Error('broke off'))
  await expect(gatherNews(++now)).rejects.toThrow('broke off')
  expect(vi.mocked(listFollows).mock.calls).toEqual(readers.map((userId) => [userId]))
  const kept = await db.$count(deliveries)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(320)

  expect(await gatherNews(++now)).toEqual({ added: 320 - kept, hasMore: false })
  expect(await db.$count(deliveries)).toBe(320)
  expect(await gatherNews(++now)).toEqual({ added: 0, hasMore: false })
})
