import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { importRows } from '@/db/import'
import { comments, journal, papers, users, voteHours, votes } from '@/db/schema'
import { env } from '@/env'
import { heatOf } from '@/lib/heat'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 3, 9)
const june2 = Date.UTC(2026, 5, 2)
const hour = 3_600_000

function row(id: string, more: { day?: string; upvotes?: number; numComments?: number; authors?: object[] } = {}) {
  const { day = '2026-06-02', numComments = 3, ...paper } = more
  const facts = { title: `Paper ${id}`, authors: [{ name: 'Ida Noor' }], publishedAt: '2026-05-30', upvotes: 54 }
  const read = readRow({ day, numComments, paper: { id, ...facts, ...paper } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

async function stored(id: string) {
  const [paper] = await db.select().from(papers).where(eq(papers.id, id))
  if (!paper) throw new Error(`no ${id}`)
  return paper
}

const hoursOf = (id: string) => db.select().from(voteHours).where(eq(voteHours.paperId, id)).orderBy(voteHours.hour)
const journalRows = () => db.select().from(journal).orderBy(journal.id)

async function vote(paperId: string, name: string, at: number) {
  await db.insert(users).values({ id: name, name, nameKey: name, createdAt: now })
  await db.insert(votes).values({ paperId, userId: name, at })
  await db.insert(voteHours).values({ paperId, hour: Math.floor(at / hour), votes: 1 })
  await db.update(papers).set({ upvotes: sql`upvotes + 1` }).where(eq(papers.id, paperId))
}

test('a batch goes in with one row of the journal, and the same batch again leaves none', async () => {
  const rows = [row('2606.00001'), row('2606.00002', { day: '2026-06-01', upvotes: 0 }), row('2606.00003')]
  expect(await importRows(rows, now)).toEqual({ added: 3, updated: 0, unchanged: 0 })
  const written = await journalRows()
  expect(written).toMatchObject([{ kind: 'import', data: { days: ['2026-06-01', '2026-06-02'], papers: 3 } }])
  expect(await importRows(rows, now + hour)).toEqual({ added: 0, updated: 0, unchanged: 3 })
  expect(await journalRows()).toEqual(written)
  expect(await stored('2606.00001')).toMatchObject({ upvotes: 54, carriedUpvotes: 54, comments: 3, createdAt: now })
})

test('votes that came along count at the beginning of the paper’s day', async () => {
  await importRows([row('2606.00010')], now)
  const hours = [{ hour: june2 / hour, votes: 54 }]
  expect(await hoursOf('2606.00010')).toMatchObject(hours)
  expect((await stored('2606.00010')).heat).toBe(heatOf(hours, env.HEAT_HALF_LIFE_HOURS))
  await importRows([row('2606.00011', { upvotes: 0 })], now)
  expect((await stored('2606.00011')).heat).toBeNull()
})

test('a newer row sets the counts that came along and leaves this site’s votes and comments alone', async () => {
  const id = '2606.00020'
  await importRows([row(id)], now)
  await vote(id, 'mira', june2 + 30 * hour)
  await db
    .insert(comments)
    .values({ id: 'c1', paperId: id, authorId: 'mira', body: 'Why?', html: '<p>Why?</p>', createdAt: now })
  await db.update(papers).set({ comments: sql`comments + 1` }).where(eq(papers.id, id))

  expect(await importRows([row(id, { upvotes: 60, numComments: 5 })], now)).toMatchObject({ updated: 1 })
  expect(await stored(id)).toMatchObject({ upvotes: 61, carriedUpvotes: 60, comments: 6, carriedComments: 5 })
  expect(await hoursOf(id)).toMatchObject([{ votes: 60 }, { hour: june2 / hour + 30, votes: 1 }])

  await importRows([row(id, { upvotes: 2, numComments: 0 })], now)
  expect(await stored(id)).toMatchObject({ upvotes: 3, carriedUpvotes: 2, comments: 1, carriedComments: 0 })
  const hours = await hoursOf(id)
  expect((await stored(id)).heat).toBe(heatOf(hours, env.HEAT_HALF_LIFE_HOURS))
  expect(await db.select().from(votes).where(eq(votes.paperId, id))).toHaveLength(1)
  expect(await checkCounters()).toEqual([])
})

test('of several rows of one paper the last has the last word, and the journal counts the paper once', async () => {
  const rows = [row('2606.00030', { upvotes: 9 }), row('2606.00030', { upvotes: 7 }), row('2606.00030', { upvotes: 8 })]
  expect(await importRows(rows, now)).toEqual({ added: 1, updated: 2, unchanged: 0 })
  expect((await stored('2606.00030')).upvotes).toBe(8)
  expect((await journalRows()).at(-1)?.data).toMatchObject({ papers: 1 })
})

test('a sample paper that a real row takes over moves, and both days are named', async () => {
  const id = '2606.00040'
  await importRows([row(id, { day: '2026-06-03', upvotes: 0, numComments: 0 })], now)
  await db.update(papers).set({ isSample: true }).where(eq(papers.id, id))
  await vote(id, 'tove', now)
  await importRows([row(id)], now)
  expect(await stored(id)).toMatchObject({ day: '2026-06-02', week: '2026-W23', isSample: false, upvotes: 55 })
  expect((await journalRows()).at(-1)?.data).toEqual({
    days: ['2026-06-02', '2026-06-03'],
    papers: 1,
    listed: [],
    votes: { [id]: 54 },
  })
  expect(await checkCounters()).toEqual([])
})

test('counts stay right when a moderator took the paper off its day in between', async () => {
  const id = '2606.00050'
  await importRows([row(id)], now)
  const off = { day: null, week: null, month: null, submittedAt: null, unlistedAt: now }
  await db.update(papers).set(off).where(eq(papers.id, id))
  await importRows([row(id, { upvotes: 70 })], now)
  expect(await stored(id)).toMatchObject({ day: null, upvotes: 70 })
  expect(await checkCounters()).toEqual([])
})

test('five hundred papers of three thousand authors fit into a batch', async () => {
  const authors = Array.from({ length: 3000 }, (_, i) => ({ name: `Author ${i}` }))
  const rows = Array.from({ length: 500 }, (_, i) =>
    row(`2605.${10000 + i}`, { authors: i % 50 ? [{ name: 'Ida' }] : authors }),
  )
  expect(await importRows(rows, now)).toMatchObject({ added: 500 })
  expect((await stored('2605.10050')).authorCount).toBe(3000)
})
