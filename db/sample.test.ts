import { count, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { importRows } from '@/db/import'
import { isEmpty, loadSample, removeSample } from '@/db/sample'
import { comments, facts, journal, papers, users, votes } from '@/db/schema'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 4, 15)

beforeEach(async () => {
  for (const table of [comments, votes, papers, users, journal, facts]) await db.delete(table)
})

const countOf = async (table: typeof papers | typeof users | typeof votes | typeof comments) =>
  (await db.select({ n: count() }).from(table))[0]?.n

async function aPaper(where = sql`comments > 0 and upvotes > 0`) {
  const [paper] = await db.select().from(papers).where(where).orderBy(papers.id).limit(1)
  if (!paper) throw new Error('the sample has none')
  return paper
}

async function joinAndVote(name: string, paperId: string) {
  await db.insert(users).values({ id: name, name, nameKey: name, createdAt: now })
  await db.insert(votes).values({ paperId, userId: name, at: now })
  await db.run(sql`insert into vote_hours values (${paperId}, ${Math.floor(now / 3_600_000)}, 1)
    on conflict do update set votes = votes + 1`)
  await db.update(papers).set({ upvotes: sql`upvotes + 1` }).where(eq(papers.id, paperId))
}

async function answer(paperId: string, parentId: string, authorId: string) {
  await db
    .insert(comments)
    .values({ id: 'answer', paperId, parentId, authorId, body: 'So?', html: '<p>So?</p>', createdAt: now })
  await db.update(papers).set({ comments: sql`comments + 1` }).where(eq(papers.id, paperId))
}

test('an empty database gets thirty-five papers on days that end today, and nobody can sign in', async () => {
  expect(await isEmpty()).toBe(true)
  expect(await loadSample(now)).toMatchObject({ ok: true, papers: 35 })
  expect(await isEmpty()).toBe(false)
  const byDay = await db.select({ day: papers.day, n: count() }).from(papers).groupBy(papers.day).orderBy(papers.day)
  expect(byDay.at(-1)?.day).toBe('2026-06-04')
  expect(byDay.at(-1)?.n).toBeGreaterThanOrEqual(8)
  expect(byDay.length).toBeGreaterThanOrEqual(3)
  for (const paper of await db.select().from(papers)) {
    expect(paper).toMatchObject({ isSample: true, summarySource: 'sample', abstract: null, carriedUpvotes: 0 })
    expect(paper.summary).not.toBe('')
    expect(paper.submitterId).not.toBeNull()
  }
  for (const member of await db.select().from(users)) {
    expect(member).toMatchObject({ isSample: true, passwordHash: null, email: null, role: 'member' })
  }
  expect(await checkCounters()).toEqual([])
  const hot = await db.select({ id: papers.id }).from(papers).where(sql`(heat is null) <> (upvotes = 0)`)
  expect(hot).toEqual([])
  expect(await db.select().from(journal)).toMatchObject([{ kind: 'import', data: { papers: 35 } }])
})

test('it goes into an empty database only, and once', async () => {
  const both = await Promise.all([loadSample(now), loadSample(now)])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await countOf(papers)).toBe(35)
})

test('somebody real who has the name of a sample member keeps it', async () => {
  await loadSample(now)
  const [member] = await db.select().from(users).orderBy(users.name).limit(1)
  await removeSample(now)
  const name = member?.name ?? ''
  await db.insert(users).values({ id: 'real', name, nameKey: name.toLowerCase(), createdAt: now })
  expect(await loadSample(now, { again: true })).toMatchObject({ ok: true })
  expect(await db.select({ id: users.id }).from(users).where(eq(users.nameKey, name.toLowerCase()))).toEqual([
    { id: 'real' },
  ])
})

test('removed, nothing of it is left, and a start does not bring it back', async () => {
  await loadSample(now)
  expect(await removeSample(now)).toMatchObject({ papers: 35, kept: 0 })
  for (const table of [papers, users, votes, comments]) expect(await countOf(table)).toBe(0)
  expect(await loadSample(now)).toEqual({ ok: false, error: 'was removed' })
  expect(await loadSample(now, { again: true })).toMatchObject({ ok: true })
})

test('removing what is not there changes nothing', async () => {
  expect(await removeSample(now)).toEqual({ papers: 0, kept: 0, members: 0, votes: 0, comments: 0 })
  expect(await db.select().from(journal)).toEqual([])
})

test('a paper that Mira voted for stays, with her vote alone', async () => {
  await loadSample(now)
  const { id } = await aPaper()
  await joinAndVote('mira-real', id)
  expect(await removeSample(now)).toMatchObject({ papers: 34, kept: 1 })
  expect(await aPaper(eq(papers.id, id))).toMatchObject({ upvotes: 1, comments: 0, submitterId: null })
  expect(await checkCounters()).toEqual([])
})

test('a paper that stays is no longer the sample’s, but its summary says where it is from', async () => {
  await loadSample(now)
  const { id, day } = await aPaper()
  await joinAndVote('mira-real', id)
  await removeSample(now)
  expect(await aPaper(eq(papers.id, id))).toMatchObject({ isSample: false, summarySource: 'sample', day })
  expect(await removeSample(now)).toMatchObject({ papers: 0, kept: 0 })
  expect(await countOf(papers)).toBe(1)
})

test('an answer keeps its place under the sample comment that it answers', async () => {
  await loadSample(now)
  const { id } = await aPaper()
  const [root] = await db.select().from(comments).where(eq(comments.paperId, id)).limit(1)
  await joinAndVote('mira-real', id)
  await answer(id, root?.id ?? '', 'mira-real')
  await removeSample(now)
  const left = await db.select().from(comments).where(eq(comments.paperId, id))
  expect(left.find((comment) => comment.id === root?.id)).toMatchObject({
    body: '',
    html: '',
    authorId: null,
    deletedAt: now,
  })
  expect((await aPaper(eq(papers.id, id))).comments).toBe(1)
  expect(await checkCounters()).toEqual([])
})

test('a paper that a real row took over stays as it came, without what the sample did to it', async () => {
  await loadSample(now)
  const { id } = await aPaper()
  const read = readRow({
    day: '2026-05-20',
    numComments: 2,
    paper: {
      id,
      title: 'Real',
      authors: [{ name: 'Ida' }],
      publishedAt: '2026-05-19',
      upvotes: 30,
      summary: 'Abstract.',
    },
  })
  if (!read.ok) throw new Error('bad row')
  await importRows([read.row], now)
  expect((await aPaper(eq(papers.id, id))).upvotes).toBeGreaterThan(30)
  expect(await removeSample(now)).toMatchObject({ papers: 34, kept: 0 })
  expect(await aPaper(eq(papers.id, id))).toMatchObject({
    day: '2026-05-20',
    upvotes: 30,
    comments: 2,
    isSample: false,
  })
  expect(await checkCounters()).toEqual([])
})

test('a paper that arXiv’s own row filled in stays, on no day', async () => {
  await loadSample(now)
  const { id } = await aPaper()
  const read = readRow({ id, title: 'Real', abstract: 'Abstract.', authors: ['Ida'], date: '2020-01-01' })
  if (!read.ok) throw new Error('bad row')
  await importRows([read.row], now)
  expect(await aPaper(eq(papers.id, id))).toMatchObject({ isSample: true, abstract: 'Abstract.' })
  await removeSample(now)
  expect(await aPaper(eq(papers.id, id))).toMatchObject({ isSample: false, day: null, summary: null, upvotes: 0 })
  expect(await checkCounters()).toEqual([])
})
