import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { importRows } from '@/db/import'
import { lastJournalId, listJournalSince } from '@/db/journal'
import {
  getNewestDay,
  getRanks,
  listDayCounts,
  listMonthsWithPapers,
  listPapers,
  listTrending,
  neighbours,
  ranksOfWeek,
  relistPaper,
  unlistPaper,
} from '@/db/listings'
import { getPaper, getPapers } from '@/db/papers'
import { papers, users } from '@/db/schema'
import { createUser, setRole } from '@/db/users'
import { getVoteHistory } from '@/db/vote-history'
import { castVote } from '@/db/votes'
import { authorityOf } from '@/lib/authority'
import { dayStart, monthOf, weekOf } from '@/lib/days'
import { readRow } from '@/lib/import-row'
import { compareBy, orders, type Standing } from '@/lib/order'

const now = Date.UTC(2026, 5, 4, 15)
const first = { page: 1, pageSize: 50 }
const june = { of: 'month', value: '2026-06' } as const
const tuesday = { of: 'day', value: '2026-06-02' } as const

afterEach(async () => {
  await db.delete(papers)
  await db.delete(users)
})

test('a day, its week and its month list their papers, and nothing that is on no day', async () => {
  await list(['a', '2026-06-01', 9], ['b', '2026-06-02', 3], ['c', '2026-06-02', 8], ['d', '2026-05-31', 99])
  await importRows([arxivRow('2606.00009')], now)
  expect(await idsOf(tuesday)).toEqual(['c', 'b'])
  expect(await idsOf({ of: 'week', value: '2026-W23' })).toEqual(['a', 'c', 'b'])
  expect(await idsOf({ of: 'month', value: '2026-05' })).toEqual(['d'])
  expect(await idsOf({ of: 'day', value: '2026-06-09' })).toEqual([])
  expect(await getPaper('2606.00009')).toMatchObject({ listing: null, submitter: null, upvotes: 0 })
})

test('pages follow each other and the last one says that it is; totals are those of the whole list', async () => {
  await list(['a', '2026-06-02', 9], ['b', '2026-06-02', 3], ['c', '2026-06-02', 1])
  const one = await listPapers(tuesday, { order: 'top', page: 1, pageSize: 2 })
  expect(one).toMatchObject({ page: 1, hasMore: true, totals: { papers: 3, upvotes: 13, comments: 0 } })
  const two = await listPapers(tuesday, { order: 'top', page: 2, pageSize: 2 })
  expect(two).toMatchObject({ papers: [{ id: 'c' }], page: 2, hasMore: false, totals: { papers: 3 } })
  const beyond = await listPapers(tuesday, { order: 'top', page: 9, pageSize: 2 })
  expect(beyond).toMatchObject({ papers: [], hasMore: false })
})

test('SQL and the browser agree on every order, page by page', async () => {
  const few = fc.nat(2)
  // Ids in both cases and with a slash: SQLite and JavaScript must mean the same by "before".
  const id = fc.constantFrom('2606.00001', '2606.1', 'cs/9809007', 'Cs/1', 'math.GT/0309136', 'math/0309136', 'z', 'Z')
  const standing = fc.record({ id, upvotes: few, comments: few, submittedAt: few })
  const standings = fc.uniqueArray(standing, { selector: ({ id }) => id, minLength: 1 })
  await fc.assert(
    fc.asyncProperty(standings, async (all) => {
      await db.delete(papers)
      await db.insert(papers).values(all.map((each) => bare({ ...each, day: '2026-06-02' })))
      for (const order of orders) {
        const want = all.toSorted(compareBy(order)).map(({ id }) => id)
        const pages = [1, 2, 3].map((page) => listPapers(tuesday, { order, page, pageSize: 3 }))
        expect((await Promise.all(pages)).flatMap((page) => page.papers.map(({ id }) => id))).toEqual(want)
      }
      const places = await ranksOfWeek(
        '2026-W23',
        all.map(({ id }) => id),
      )
      const inOrder = [...places].sort(([, a], [, b]) => a - b).map(([id]) => id)
      expect(inOrder).toEqual(all.toSorted(compareBy('top')).map(({ id }) => id))
    }),
    { numRuns: 40 },
  )
})

test('trending is by heat, with the votes of the last day', async () => {
  await list(['a', '2026-06-03', 9], ['b', '2026-06-01', 4], ['c', '2026-06-02', 0])
  const mira = await join('Mira')
  await castVote(mira.userId, 'b', now)
  const page = await listTrending({ page: 1, pageSize: 1 }, now)
  expect(page).toMatchObject({ papers: [{ id: 'a' }], hasMore: true, today: {} })
  expect(await listTrending({ page: 2, pageSize: 1 }, now)).toMatchObject({
    papers: [{ id: 'b', upvotes: 5 }],
    hasMore: false,
    today: { b: 1 },
  })
})

test('a submitter is a member or somebody elsewhere', async () => {
  await list(['a', '2026-06-02', 9], ['b', '2026-06-02', 3])
  const mira = await join('Mira')
  await db.update(papers).set({ submitterId: mira.userId, submitterName: null }).where(eq(papers.id, 'b'))
  const { papers: listed } = await listPapers(tuesday, { order: 'top', ...first })
  expect(listed.map(({ submitter }) => submitter)).toEqual([
    { name: 'ida', isMember: false },
    { name: 'Mira', isMember: true },
  ])
  expect((await getPapers(['b', 'nowhere']))[0]?.submitter).toEqual({ name: 'Mira', isMember: true })
})

test('days, months and neighbours are those that have papers', async () => {
  expect(await getNewestDay()).toBeNull()
  expect(await listMonthsWithPapers()).toEqual([])
  await list(['a', '2025-12-30', 1], ['b', '2026-06-02', 1], ['c', '2026-06-02', 1], ['d', '2026-06-05', 1])
  expect(await getNewestDay()).toBe('2026-06-05')
  expect(await listMonthsWithPapers()).toEqual(['2025-12', '2026-06'])
  expect(await listDayCounts('2026-06-01', '2026-06-30')).toEqual([
    { day: '2026-06-02', papers: 2 },
    { day: '2026-06-05', papers: 1 },
  ])
  expect(await neighbours({ of: 'day', value: '2026-06-03' })).toEqual({ previous: '2026-06-02', next: '2026-06-05' })
  expect(await neighbours({ of: 'week', value: '2026-W23' })).toEqual({ previous: '2026-W01', next: null })
  expect(await neighbours({ of: 'month', value: '2025-12' })).toEqual({ previous: null, next: '2026-06' })
})

test('a paper knows its place in its day and its week', async () => {
  await list(['a', '2026-06-01', 9], ['b', '2026-06-02', 3], ['c', '2026-06-02', 8], ['d', '2026-06-07', 8])
  expect(await getRanks('b')).toEqual({ day: 2, week: 4 })
  expect(await getRanks('a')).toEqual({ day: 1, week: 1 })
  expect(await getRanks('nowhere')).toBeNull()
  expect(await ranksOfWeek('2026-W23', ['d', 'c', 'nowhere'])).toEqual(
    new Map([
      ['c', 2],
      ['d', 3],
    ]),
  )
})

test('a moderator takes a paper off its day; it comes back where it stood, whatever was imported meanwhile', async () => {
  const { moderatorId, userId } = await join('Dana', 'moderator')
  await importRows([dailyRow('2606.00001', 54)], now)
  await castVote(userId, '2606.00001', now + 1_234_567)
  const before = { paper: await rowOf('2606.00001'), hours: await getVoteHistory('2606.00001') }
  const seen = await lastJournalId()

  expect(await unlistPaper(moderatorId, '2606.00001', 'An advertisement.', now)).toEqual({ ok: true })
  expect(await idsOf(tuesday)).toEqual([])
  expect((await listTrending(first, now)).papers).toEqual([])
  expect(await getPaper('2606.00001')).toMatchObject({ listing: null, upvotes: 55 })
  expect(await unlistPaper(moderatorId, '2606.00001', 'Again.', now)).toMatchObject({ ok: false })

  await importRows([dailyRow('2606.00001', 60)], now)
  expect(await idsOf(june)).toEqual([])
  expect(await checkCounters()).toEqual([])
  await importRows([dailyRow('2606.00001', 54)], now)

  expect(await relistPaper(moderatorId, '2606.00001', now)).toEqual({ ok: true })
  expect({ paper: await rowOf('2606.00001'), hours: await getVoteHistory('2606.00001') }).toEqual(before)
  expect(await checkCounters()).toEqual([])
  expect(await relistPaper(moderatorId, '2606.00001', now)).toMatchObject({ ok: false })
  expect(await unlistPaper(moderatorId, '2699.99999', 'Not here.', now)).toMatchObject({ ok: false })

  const told = (await listJournalSince(seen, 10)).filter(({ kind }) => kind !== 'import')
  expect(told).toMatchObject([
    { kind: 'unlisted', day: '2026-06-02', userId: moderatorId, data: { reason: 'An advertisement.' } },
    { kind: 'relisted', day: '2026-06-02', userId: moderatorId },
  ])
})

async function idsOf(scope: { of: 'day' | 'week' | 'month'; value: string }) {
  return (await listPapers(scope, { order: 'top', ...first })).papers.map(({ id }) => id)
}

/** Papers with carried-over votes, from id, day and how many. */
async function list(...all: [id: string, day: string, upvotes: number][]) {
  await importRows(
    all.map(([id, day, upvotes]) => ({ ...dailyRow('2606.00001', upvotes, day), id })),
    now,
  )
}

function dailyRow(id: string, upvotes: number, day = '2026-06-02') {
  const paper = { id, title: id, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes }
  const read = readRow({ day, numComments: 0, paper, submittedBy: { name: 'ida' } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

function arxivRow(id: string) {
  const { listing: _, ...row } = dailyRow(id, 0)
  return { ...row, listing: null, submitterName: null, shape: 'arxiv' as const }
}

function bare({ day, ...standing }: Standing & { day: string }): typeof papers.$inferInsert {
  return {
    ...standing,
    day,
    week: weekOf(day),
    month: monthOf(day),
    publishedAt: dayStart(day),
    createdAt: now,
    title: standing.id,
    authorCount: 1,
    categories: [],
    keywords: [],
    mediaUrls: [],
    authors: [{ name: 'Ida' }],
  }
}

async function rowOf(id: string) {
  const [paper] = await db.select().from(papers).where(sql`id = ${id}`)
  return paper
}

async function join(name: string, role: 'member' | 'moderator' = 'member') {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  await setRole(null, name, role, now)
  const { userId } = authorityOf(made.viewer)
  const { moderatorId } = authorityOf({ ...made.viewer, role: 'moderator' })
  if (moderatorId === null) throw new Error('A moderator is one.')
  return { userId, moderatorId }
}
