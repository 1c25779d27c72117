import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { countOutbox, countPapers, countReaders, listDailyFigures } from '@/db/figures'
import { journal, letters, outbox, papers, subscriptions, users } from '@/db/schema'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const day = 86_400_000
const now = Date.parse('2026-06-10T09:30:00Z')
const today = Date.parse('2026-06-10T00:00:00Z')
const admin = await makeAdmin()

test('before anything happened there is nothing to count', async () => {
  const figures = await listDailyFigures(admin, now)
  expect(figures.days).toHaveLength(30)
  expect([figures.days[0], figures.days.at(-1)]).toEqual(['2026-05-12', '2026-06-10'])
  for (const numbers of [figures.votes, figures.papers, figures.letters]) expect(numbers).toEqual(Array(30).fill(0))
  expect(await countReaders(admin)).toEqual({ pending: 0, active: 0, left: 0, refused: 0 })
  expect(await countOutbox(admin)).toEqual({ waiting: 0, sending: 0, failed: 0, unclear: 0 })
  expect(await countPapers(admin)).toEqual({ all: 0, listed: 0, pool: 0 })
})

test('votes count on their day of UTC, to the millisecond, and taking one back is none', async () => {
  await addVotes(6_000, today - 40 * day)
  await addVotes(5_500, today - 2 * day)
  await addVotes(1, today - day)
  await addVotes(1, today - 1)
  await addVotes(1, today)
  await addVotes(1, today + 1, 'none')
  await db.insert(journal).values({ at: today + 2, kind: 'comment', data: { act: 'wrote' } })
  const { votes } = await listDailyFigures(admin, now, 4)
  expect(votes).toEqual([0, 5_500, 2, 1])
})

test('people count on the day on which they joined, the sample’s not', async () => {
  const person = (name: string, createdAt: number, isSample = false) => ({
    id: name,
    name,
    nameKey: name,
    createdAt,
    isSample,
  })
  await db.insert(users).values([person('ada', today - day), person('bo', today - 1), person('cy', today, true)])
  expect((await listDailyFigures(admin, now, 3)).people).toEqual([0, 2, 0])
})

test('papers count on the day that they are on', async () => {
  const paper = (id: string, on: string | null, announcedDay: string | null) => ({
    id,
    ...(on && { day: on, week: '2026-W24', month: '2026-06', submittedAt: today }),
    announcedDay,
    publishedAt: today,
    createdAt: today,
    title: id,
    authorCount: 0,
    categories: [],
    keywords: [],
    mediaUrls: [],
    authors: [],
  })
  await db
    .insert(papers)
    .values([paper('a', '2026-06-09', null), paper('b', '2026-06-09', '2026-06-09'), paper('c', null, '2026-06-10')])
  expect((await listDailyFigures(admin, now, 3)).papers).toEqual([0, 2, 0])
  expect(await countPapers(admin)).toEqual({ all: 3, listed: 2, pool: 2 })
})

test('letters count when they were sent; readers and all other letters by their state', async () => {
  const choices = { frequency: 'daily', hour: 7, timezone: 'UTC', papers: 10, minUpvotes: 0, secret: 's' } as const
  const reader = (id: string, state: 'active' | 'refused') => ({
    ...{ id, email: `${id}@example.org`, state, ...choices, categories: [], keywords: [], authors: [] },
    createdAt: today,
  })
  await db.insert(subscriptions).values([reader('r1', 'active'), reader('r2', 'active'), reader('r3', 'refused')])
  const [letter] = await db
    .insert(letters)
    .values({ issue: 'daily:2026-06-09', choices: 'x', subject: 's', html: 'h', text: 't', createdAt: today })
    .returning()
  const mail = (
    subscriptionId: string,
    issue: string,
    state: 'sent' | 'failed' | 'waiting',
    doneAt: number | null,
  ) => ({
    ...{ subscriptionId, issue, letterId: letter?.id ?? 0, state, nextAt: 0, doneAt },
  })
  await db
    .insert(outbox)
    .values([
      mail('r1', 'a', 'sent', today - 1),
      mail('r1', 'b', 'sent', today),
      mail('r2', 'a', 'sent', today - day),
      mail('r3', 'a', 'failed', today - 1),
      mail('r2', 'b', 'waiting', null),
    ])
  expect((await listDailyFigures(admin, now, 3)).letters).toEqual([0, 2, 1])
  expect(await countReaders(admin)).toEqual({ pending: 0, active: 2, left: 0, refused: 1 })
  expect(await countOutbox(admin)).toEqual({ waiting: 1, sending: 0, failed: 1, unclear: 0 })
})

async function addVotes(n: number, at: number, want = 'up') {
  await db.run(sql`
    insert into journal (at, kind, data)
    with recursive numbers (i) as (values (1) union all select i + 1 from numbers where i < ${n})
    select ${at}, 'vote', json_object('want', ${want}) from numbers
  `)
}

async function makeAdmin() {
  const made = await createUser({ name: 'Noor', role: 'admin' }, 1)
  const id = made.ok ? authorityOf(made.viewer).adminId : null
  if (!id) throw new Error('Noor could not be made.')
  return id
}
