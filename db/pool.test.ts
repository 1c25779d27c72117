import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { importRows } from '@/db/import'
import { upsertFound } from '@/db/pool'
import { getNewestPoolDay, listPool, listPoolCategories, poolNeighbours } from '@/db/pool-lists'
import { journal, papers, revisions } from '@/db/schema'
import { createUser } from '@/db/users'
import { castVote, withdrawVote } from '@/db/votes'
import { authorityOf, type UserId } from '@/lib/authority'
import type { AnnouncedPaper } from '@/lib/found-paper'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 4, 9)
const hour = 3_600_000

function paper(n: number, more: Partial<AnnouncedPaper> = {}): AnnouncedPaper {
  return {
    id: `2606.0000${n}`,
    source: 'arxiv',
    title: `Paper ${n}`,
    abstract: 'We count votes.',
    authors: [{ name: 'Mira Sol' }],
    categories: ['cs.LG'],
    publishedAt: Date.UTC(2026, 5, 1, n),
    updatedAt: Date.UTC(2026, 5, 1, n),
    version: 1,
    doi: null,
    note: null,
    sourceUrl: null,
    isWithdrawn: false,
    announcedDay: '2026-06-02',
    ...more,
  }
}

const stored = async (id: string) => (await db.select().from(papers).where(eq(papers.id, id)))[0]
const journalRows = async () => db.select().from(journal).orderBy(journal.id)
const whole = { category: null, page: 1, pageSize: 10 }
const idsOf = async (day: string, asked = {}) =>
  (await listPool(day, { ...whole, ...asked })).papers.map(({ id }) => id)

let people = 0
async function join(): Promise<UserId> {
  people++
  const made = await createUser({ name: `member-${people}` }, now)
  if (!made.ok) throw new Error('no account')
  return authorityOf(made.viewer).userId
}

beforeEach(async () => {
  for (const table of [revisions, journal, papers]) await db.delete(table)
})

test('papers come into the pool with one row of the journal, and the same again leaves none', async () => {
  const batch = [paper(1), paper(2, { announcedDay: '2026-06-03' })]
  expect(await upsertFound(batch, now)).toEqual({ added: 2, revised: 0, unchanged: 0 })
  const written = await journalRows()
  expect(written).toMatchObject([{ kind: 'ingest', data: { days: ['2026-06-02', '2026-06-03'], papers: 2 } }])
  expect(await upsertFound(batch, now + hour)).toEqual({ added: 0, revised: 0, unchanged: 2 })
  expect(await journalRows()).toEqual(written)
  expect(await stored('2606.00001')).toMatchObject({
    day: null,
    announcedDay: '2026-06-02',
    version: 1,
    createdAt: now,
  })
  expect(await upsertFound([], now)).toEqual({ added: 0, revised: 0, unchanged: 0 })
})

test('a new version changes the text and says how; votes, comments and the listing stay', async () => {
  await upsertFound([paper(1)], now)
  await castVote(await join(), '2606.00001', now)
  const before = await stored('2606.00001')
  const second = paper(1, { version: 2, title: 'Paper one', updatedAt: now + hour, announcedDay: '2026-06-05' })
  expect(await upsertFound([second], now + 2 * hour)).toEqual({ added: 0, revised: 1, unchanged: 0 })
  expect(await stored('2606.00001')).toEqual({ ...before, version: 2, title: 'Paper one', updatedAt: now + hour })
  expect(await db.select().from(revisions)).toEqual([
    { paperId: '2606.00001', version: 2, at: now + hour, changed: ['title'], before: { title: 'Paper 1' } },
  ])
  expect((await journalRows()).at(-1)).toMatchObject({
    kind: 'revised',
    paperId: '2606.00001',
    day: '2026-06-04',
    data: { version: 2, changed: ['title'] },
  })
  const after = await journalRows()
  expect(await upsertFound([paper(1)], now + 3 * hour)).toEqual({ added: 0, revised: 0, unchanged: 1 })
  expect(await journalRows()).toEqual(after)
})

test('a text corrected within its version tells of what stood before the first time', async () => {
  await upsertFound([paper(1)], now)
  await upsertFound([paper(1, { version: 2, title: 'B' }), paper(1, { version: 2, title: 'C' })], now)
  await upsertFound([paper(1, { version: 2, title: 'D' })], now)
  expect(await db.select().from(revisions)).toMatchObject([{ version: 2, before: { title: 'Paper 1' } }])
  expect((await stored('2606.00001'))?.title).toBe('D')
})

test('a withdrawn paper is marked, and no vote lists it', async () => {
  await upsertFound([paper(1)], now)
  await upsertFound([paper(1, { version: 2, isWithdrawn: true, updatedAt: now })], now)
  expect((await stored('2606.00001'))?.withdrawnAt).toBe(now)
  await castVote(await join(), '2606.00001', now)
  expect(await stored('2606.00001')).toMatchObject({ day: null, upvotes: 1 })
})

test('an imported paper gains its categories and joins the pool of its day, and an import does not take that away', async () => {
  const daily = { id: '2606.00001', title: 'Paper 1', authors: [{ name: 'Mira Sol' }], publishedAt: '2026-06-01' }
  const read = readRow({ day: '2026-06-03', numComments: 0, paper: { ...daily, upvotes: 5 } })
  if (!read.ok) throw new Error('no row')
  await importRows([read.row], now)
  await upsertFound([paper(1)], now)
  await importRows([read.row], now)
  expect(await stored('2606.00001')).toMatchObject({
    day: '2026-06-03',
    announcedDay: '2026-06-02',
    categories: ['cs.LG'],
    upvotes: 5,
  })
  expect(await upsertFound([paper(1)], now)).toMatchObject({ unchanged: 1 })
})

test('the first vote lists a paper of the pool today, by nobody, and the vote’s row says that day', async () => {
  await upsertFound([paper(1)], now)
  const [mira, tove] = [await join(), await join()]
  expect(await castVote(mira, '2606.00001', now)).toMatchObject({ upvotes: 1 })
  expect(await stored('2606.00001')).toMatchObject({
    day: '2026-06-04',
    week: '2026-W23',
    month: '2026-06',
    submittedAt: now,
    submitterId: null,
    upvotes: 1,
  })
  const day = '2026-06-04'
  expect((await journalRows()).slice(-2)).toMatchObject([
    { kind: 'listed', day, paperId: '2606.00001', userId: null },
    { kind: 'vote', day, userId: mira },
  ])
  await castVote(tove, '2606.00001', now + 24 * hour)
  expect(await stored('2606.00001')).toMatchObject({ day, upvotes: 2 })
  expect(await checkCounters()).toEqual([])
})

test('ten first votes at once list it once', async () => {
  await upsertFound([paper(1)], now)
  const voters = await Promise.all(Array.from({ length: 10 }, join))
  await Promise.all(voters.map((voter) => castVote(voter, '2606.00001', now)))
  expect((await journalRows()).filter(({ kind }) => kind === 'listed')).toHaveLength(1)
  expect((await stored('2606.00001'))?.upvotes).toBe(10)
})

test('the only vote taken back the same day leaves all as it was; a day later the paper stays', async () => {
  const mira = await join()
  await db.delete(journal)
  await upsertFound([paper(1), paper(2)], now)
  const before = await stored('2606.00001')
  await castVote(mira, '2606.00001', now)
  await withdrawVote(mira, '2606.00001', now + 1)
  expect(await stored('2606.00001')).toEqual(before)
  expect((await journalRows()).map(({ kind }) => kind)).toEqual(['ingest', 'listed', 'vote', 'takenback', 'vote'])
  await castVote(mira, '2606.00002', now)
  await withdrawVote(mira, '2606.00002', now + 24 * hour)
  expect(await stored('2606.00002')).toMatchObject({ day: '2026-06-04', upvotes: 0 })
})

test('a paper that a moderator took off stays off, whoever votes', async () => {
  await upsertFound([paper(1)], now)
  await db.update(papers).set({ unlistedAt: now })
  await castVote(await join(), '2606.00001', now)
  expect(await stored('2606.00001')).toMatchObject({ day: null, upvotes: 1 })
})

test('a day of the pool is read by votes, by category and by pages', async () => {
  const stat = { categories: ['stat.ML', 'cs.LG'] }
  await upsertFound([paper(1), paper(2), paper(3, stat), paper(4, { announcedDay: '2026-05-29' })], now)
  await castVote(await join(), '2606.00002', now)
  const day = '2026-06-02'
  expect(await idsOf(day)).toEqual(['2606.00002', '2606.00001', '2606.00003'])
  expect(await idsOf(day, { category: 'stat.ML' })).toEqual(['2606.00003'])
  expect(await idsOf(day, { page: 2, pageSize: 2 })).toEqual(['2606.00003'])
  expect(await listPool(day, { ...whole, pageSize: 2 })).toMatchObject({ total: 3, hasMore: true })
  expect(await listPoolCategories(day)).toEqual([
    { category: 'cs.LG', papers: 3 },
    { category: 'stat.ML', papers: 1 },
  ])
  expect(await getNewestPoolDay()).toBe(day)
  expect(await poolNeighbours(day)).toEqual({ previous: '2026-05-29', next: null })
  expect(await poolNeighbours('2026-05-30')).toEqual({ previous: '2026-05-29', next: day })
})
