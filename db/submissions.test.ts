import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { listComments, writeComment } from '@/db/comments'
import { importRows } from '@/db/import'
import { unlistPaper } from '@/db/listings'
import { upsertFound } from '@/db/pool'
import { listPool } from '@/db/pool-lists'
import { comments, journal, listPapers, lists, papers, users, votes } from '@/db/schema'
import { getIdByDoi, getOutlook, listSubmittedToday } from '@/db/submission-outlook'
import { type Submission, setLinks, submitPaper, takeBack, whyNot } from '@/db/submissions'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { authorityOf, type ModeratorId, type UserId } from '@/lib/authority'
import type { FoundPaper } from '@/lib/found-paper'
import { readRow } from '@/lib/import-row'
import { ownId } from '@/lib/own-id'

const dayLength = 86_400_000
const now = Date.UTC(2026, 5, 4, 9)
const attention = '2606.00001'
const page = ownId('url:https://lab.example/heat')

function found(more: Partial<FoundPaper> = {}): FoundPaper {
  return {
    id: attention,
    source: 'arxiv',
    title: 'Attention to Attention',
    abstract: 'We look. Code: https://github.com/mira/look.',
    authors: [{ name: 'Mira Sol' }],
    categories: ['cs.LG'],
    publishedAt: now - 2 * dayLength,
    updatedAt: now - 2 * dayLength,
    version: 1,
    doi: null,
    note: null,
    sourceUrl: null,
    isWithdrawn: false,
    ...more,
  }
}

const typed = found({
  id: page,
  source: 'page',
  title: 'Heat',
  version: null,
  updatedAt: null,
  sourceUrl: 'https://lab.example/heat',
})

function asked(paper: FoundPaper, more: Partial<Submission> = {}): Submission {
  return { id: paper.id, found: paper, links: {}, comment: null, day: null, ...more }
}

const stored = async (id: string) => (await db.select().from(papers).where(eq(papers.id, id)))[0]
const kinds = async () => (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind)

let people = 0
async function join(role: 'member' | 'moderator' = 'member', age = 30 * dayLength) {
  people++
  const made = await createUser({ name: `${role}-${people}`, role }, now - age)
  if (!made.ok) throw new Error('no account')
  return authorityOf(made.viewer)
}

let mira: UserId
let tove: UserId

beforeEach(async () => {
  for (const table of [listPapers, lists, comments, votes, papers, users, journal]) await db.delete(table)
  mira = (await join()).userId
  tove = (await join()).userId
  await db.delete(journal)
})

test('Mira submits: the paper is on today’s list with her vote and her first comment', async () => {
  const comment = { body: 'Read this.', html: '<p>Read this.</p>' }
  const links = { projectPage: 'https://look.example/', mediaUrls: ['https://look.example/a.mp4'] }
  expect(await submitPaper(mira, asked(found(), { comment, links, day: '2026-06-04' }), now)).toEqual({
    ok: true,
    id: attention,
    day: '2026-06-04',
  })
  expect(await stored(attention)).toMatchObject({
    day: '2026-06-04',
    week: '2026-W23',
    month: '2026-06',
    submittedAt: now,
    submitterId: mira,
    upvotes: 1,
    comments: 1,
    codeUrl: 'https://github.com/mira/look',
    ...links,
  })
  expect(await listComments(attention)).toMatchObject([{ html: '<p>Read this.</p>', createdAt: now }])
  expect(await kinds()).toEqual(['ingest', 'submitted', 'vote', 'comment'])
  expect(await checkCounters()).toEqual([])
  expect(await listSubmittedToday(mira, now)).toMatchObject([{ id: attention, upvotes: 1, comments: 1 }])
})

test('a paper of the pool becomes listed and stays in the pool', async () => {
  await upsertFound([{ ...found(), announcedDay: '2026-06-03' }], now)
  expect(await submitPaper(mira, asked(found()), now)).toMatchObject({ ok: true })
  expect(await stored(attention)).toMatchObject({ day: '2026-06-04', announcedDay: '2026-06-03' })
  expect(await takeBack(mira, attention, now + 1)).toEqual({ ok: true, isGone: false })
  expect(await stored(attention)).toMatchObject({ day: null, submittedAt: null, submitterId: null, upvotes: 0 })
  const pool = await listPool('2026-06-03', { category: null, page: 1, pageSize: 10 })
  expect(pool.papers.map(({ id }) => id)).toEqual([attention])
})

test('of two who submit it at once, the second is told that it is listed', async () => {
  const both = await Promise.all([submitPaper(mira, asked(found()), now), submitPaper(tove, asked(found()), now)])
  expect(both).toEqual([
    { ok: true, id: attention, day: '2026-06-04' },
    { ok: false, error: 'listed', day: '2026-06-04' },
  ])
  expect(await stored(attention)).toMatchObject({ submitterId: mira, upvotes: 1 })
  expect(await whyNot(attention, found())).toEqual({ error: 'listed', day: '2026-06-04' })
})

test('what a moderator took off its day, and what its authors withdrew, is not submitted again', async () => {
  await submitPaper(mira, asked(found()), now)
  const { moderatorId } = await join('moderator')
  await unlistPaper(moderatorId as ModeratorId, attention, 'Twice here', now)
  const before = await kinds()
  expect(await submitPaper(tove, asked(found()), now)).toEqual({ ok: false, error: 'taken off' })
  const withdrawn = found({ id: '2606.00002', isWithdrawn: true })
  expect(await submitPaper(tove, asked(withdrawn), now)).toEqual({ ok: false, error: 'withdrawn' })
  expect(await stored('2606.00002')).toBeUndefined()
  expect(await kinds()).toEqual(before)
})

test('a day that has turned since it was shown is said, and nothing is written', async () => {
  expect(await submitPaper(mira, asked(found(), { day: '2026-06-03' }), now)).toEqual({
    ok: false,
    error: 'another day',
    day: '2026-06-04',
  })
  expect(await stored(attention)).toBeUndefined()
  expect(await kinds()).toEqual([])
})

test('a new member may submit three papers a day, and taking one back makes room', async () => {
  const { userId } = await join('member', dayLength)
  const nth = (n: number) => found({ id: `2606.1000${n}` })
  for (const n of [1, 2, 3]) expect(await submitPaper(userId, asked(nth(n)), now + n)).toMatchObject({ ok: true })
  expect(await submitPaper(userId, asked(nth(4)), now)).toEqual({
    ok: false,
    error: 'used up',
    allowance: { used: 3, of: 3 },
    nextDay: '2026-06-05',
  })
  expect(await stored('2606.10004')).toBeUndefined()
  await takeBack(userId, '2606.10002', now)
  expect(await submitPaper(userId, asked(nth(4)), now)).toMatchObject({ ok: true })
  expect(await submitPaper(userId, asked(nth(5)), now + dayLength)).toMatchObject({ ok: true, day: '2026-06-05' })
})

test('what a moderator took off still counts, and what others voted for allows more', async () => {
  await submitPaper(mira, asked(found()), now)
  const { moderatorId, userId } = await join('moderator')
  await unlistPaper(moderatorId as ModeratorId, attention, 'Not a paper', now)
  expect(await getOutlook(mira, now)).toEqual({
    day: '2026-06-04',
    papers: 0,
    nextDay: '2026-06-05',
    allowance: { used: 1, of: 5 },
  })
  await castVote(tove, attention, now)
  expect((await getOutlook(mira, now)).allowance).toEqual({ used: 1, of: 6 })
  expect((await getOutlook(userId, now)).allowance).toEqual({ used: 0, of: 100 })
})

test('Mira takes back a page with her comment: nothing of it is left', async () => {
  const comment = { body: 'Mine.', html: '<p>Mine.</p>' }
  await submitPaper(mira, asked(typed, { comment }), now)
  expect(await takeBack(tove, page, now)).toEqual({ ok: false, error: 'not yours' })
  expect(await takeBack(mira, page, now)).toEqual({ ok: true, isGone: true })
  expect(await stored(page)).toBeUndefined()
  expect([await db.select().from(votes), await db.select().from(comments)]).toEqual([[], []])
  expect((await kinds()).slice(-3)).toEqual(['vote', 'comment', 'takenback'])
  expect(await takeBack(mira, page, now)).toEqual({ ok: false, error: 'no such paper' })
})

test('once somebody else has voted or commented it stays', async () => {
  await submitPaper(mira, asked(typed), now)
  await castVote(tove, page, now)
  expect(await takeBack(mira, page, now)).toEqual({ ok: false, error: 'voted' })
  await submitPaper(mira, asked(found()), now)
  await writeComment(tove, { paperId: attention, parentId: null, body: 'So.', html: '<p>So.</p>' }, now)
  expect(await takeBack(mira, attention, now)).toEqual({ ok: false, error: 'commented' })
  expect(await stored(attention)).toMatchObject({ day: '2026-06-04', submitterId: mira, upvotes: 1 })
})

test('a page that somebody keeps in a list stays known', async () => {
  await submitPaper(mira, asked(typed), now)
  const list = { id: 'list', ownerId: tove, name: 'Later', createdAt: now, updatedAt: now }
  await db.insert(lists).values(list)
  await db.insert(listPapers).values({ listId: 'list', paperId: page, position: 1, addedAt: now })
  expect(await takeBack(mira, page, now)).toEqual({ ok: true, isGone: false })
  expect(await stored(page)).toMatchObject({ day: null, upvotes: 0 })
  expect(await takeBack(mira, page, now)).toEqual({ ok: false, error: 'not yours' })
})

test('what somebody types does not change a paper that is known', async () => {
  await upsertFound([typed], now)
  await submitPaper(mira, asked({ ...typed, title: 'Buy my book' }), now)
  expect(await stored(page)).toMatchObject({ title: 'Heat', day: '2026-06-04' })
})

test('what the source says takes the place of what somebody typed while it did not answer', async () => {
  await submitPaper(mira, asked(found({ source: 'page', title: 'Atention', version: null })), now)
  await upsertFound([found()], now + 1)
  expect(await stored(attention)).toMatchObject({
    title: 'Attention to Attention',
    source: 'arxiv',
    version: 1,
    day: '2026-06-04',
    upvotes: 1,
  })
})

test('a paper that is known here is submitted as it is; one that is not is refused', async () => {
  await upsertFound([typed], now)
  expect(await submitPaper(mira, asked(typed, { found: null }), now)).toMatchObject({ ok: true })
  const unknown = asked(typed, { id: ownId('url:https://nowhere.example/'), found: null })
  expect(await submitPaper(mira, unknown, now)).toEqual({ ok: false, error: 'no such paper' })
})

test('votes that an import carried over count on the day of the submission', async () => {
  const row = readRow({
    paper: { id: attention, title: 'A', authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes: 9 },
  })
  if (!row.ok) throw new Error(JSON.stringify(row.issues))
  await importRows([row.row], now)
  expect(await stored(attention)).toMatchObject({ day: null, upvotes: 9 })
  await submitPaper(mira, asked(found()), now)
  expect(await stored(attention)).toMatchObject({ day: '2026-06-04', upvotes: 10 })
  expect(await checkCounters()).toEqual([])
})

test('links change what they name and nothing else', async () => {
  await submitPaper(mira, asked(found(), { links: { projectPage: 'https://look.example/' } }), now)
  await db.update(papers).set({ codeStars: 12, codeUrl: 'https://github.com/mira/heat' })
  await setLinks(mira, attention, { codeUrl: 'https://github.com/mira/heat' }, now)
  expect(await stored(attention)).toMatchObject({ codeStars: 12 })
  expect(await setLinks(mira, attention, { codeUrl: null }, now)).toBe(true)
  expect(await stored(attention)).toMatchObject({
    projectPage: 'https://look.example/',
    codeUrl: null,
    codeStars: null,
  })
  expect(await setLinks(mira, '2606.99999', { codeUrl: null }, now)).toBe(false)
  expect((await kinds()).at(-1)).toBe('revised')
})

test('a paper is found by its DOI in any case', async () => {
  await upsertFound([found({ doi: '10.1145/ABC.12' })], now)
  expect(await getIdByDoi('10.1145/abc.12')).toBe(attention)
  expect(await getIdByDoi('10.1145/abc.1')).toBeNull()
})
