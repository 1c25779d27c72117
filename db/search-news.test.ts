import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { addDeliveries } from '@/db/deliveries'
import { importRows } from '@/db/import'
import { unlistPaper } from '@/db/listings'
import { upsertFound } from '@/db/pool'
import { removeSearch, saveSearch } from '@/db/saved-searches'
import { deliveries, papers, searchHits, users } from '@/db/schema'
import { findNews, hasUnsearched, listStillFound, pruneHits } from '@/db/search-news'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { createWebhook } from '@/db/webhooks'
import { authorityOf, type UserId } from '@/lib/authority'
import { readRow } from '@/lib/import-row'
import { mostMatched } from '@/lib/webhook-news'

vi.mock('@/db/deliveries', { spy: true })

let now = Date.UTC(2026, 5, 2, 9)
let made = 0
let people = 0
let mira: UserId

beforeEach(async () => {
  now += 1_000
  for (const table of [papers, users]) await db.delete(table)
  mira = await join()
})

async function join(): Promise<UserId> {
  const done = await createUser({ name: `reader-${people++}` }, ++now)
  if (!done.ok) throw new Error(done.error)
  return authorityOf(done.viewer).userId
}

async function save(asked: string, userId = mira): Promise<string> {
  const kept = await saveSearch(userId, { name: asked, asked }, ++now)
  if (!kept.ok) throw new Error(kept.error)
  return kept.id
}

async function hook(userId: UserId): Promise<void> {
  const asked = { kind: 'standard', label: 'In', url: 'https://hooks.example/in', votes: 1, chat: undefined } as const
  const done = await createWebhook({ of: 'person', userId }, { ...asked, events: ['search.matched'] }, ++now)
  if (!done.ok) throw new Error(done.error)
}

async function ingest(...titles: string[]): Promise<string[]> {
  const text = { abstract: 'We count.', note: null, doi: null, sourceUrl: null, categories: ['cs.LG'] }
  const more = { publishedAt: ++now, updatedAt: null, version: 1, isWithdrawn: false, announcedDay: '2026-06-02' }
  const found = titles.map((title) => ({
    id: `2606.${String(++made).padStart(5, '0')}`,
    source: 'arxiv' as const,
    authors: [{ name: 'Ada Sol' }],
    title,
    ...text,
    ...more,
  }))
  await upsertFound(found, now)
  return found.map(({ id }) => id)
}

async function hitsOf(id: string): Promise<string[]> {
  await findNews(++now)
  const rows = await db.select().from(searchHits).where(eq(searchHits.searchId, id)).orderBy(searchHits.paperId)
  return rows.map(({ paperId }) => paperId)
}

test('a paper that is ingested is found by all its words and conditions, and what was there before is not', async () => {
  await ingest('Sorting Networks')
  const [all, other, no] = [
    await save('q=sorting+networks'),
    await save('q=sorted&cat=cs.LG'),
    await save('q=x+sorting'),
  ]
  const [both, one] = await ingest('Networks that Sort', 'A Sort of Proof', 'Boats')
  expect(await hitsOf(all)).toEqual([both])
  expect(await hitsOf(other)).toEqual([both, one])
  expect(await hitsOf(no)).toEqual([])
})

test('every kind of condition holds, what is excluded is left out, and OR is enough by half', async () => {
  const searches = {
    or: await save('q=boats+OR+kites'),
    phrase: await save('q=%22rope+bridges%22'),
    not: await save('q=rope+-bridges'),
    onlyNot: await save('q=-rope'),
    author: await save('author=Ada+Sol&cat=cs.CL'),
    mixed: await save('q=kites+OR+has%3Acode'),
  }
  const [boats, bridges, rope] = await ingest('Boats', 'Rope Bridges', 'Bridge Ropes')
  const [lone] = await ingest('A Rope')
  expect(await hitsOf(searches.or)).toEqual([boats])
  expect(await hitsOf(searches.phrase)).toEqual([bridges])
  expect(await hitsOf(searches.not)).toEqual([lone])
  expect(await hitsOf(searches.onlyNot)).toEqual([boats])
  expect(await hitsOf(searches.author)).toEqual([])
  expect(await hitsOf(searches.mixed)).toEqual([])
  expect(rope).toBeDefined()
})

test('a paper of the pool that was there before is found when a vote puts it on a day, and once', async () => {
  const [id = ''] = await ingest('Sorting')
  const search = await save('q=sorting')
  expect(await hitsOf(search)).toEqual([])
  await castVote(mira, id, ++now)
  expect(await hitsOf(search)).toEqual([id])
  await castVote(await join(), id, ++now)
  expect(await findNews(++now)).toMatchObject({ found: 0 })
})

test('an import is looked at, whatever day it is for', async () => {
  const search = await save('q=sorting')
  const paper = {
    id: '2401.00001',
    title: 'Sorting',
    authors: [{ name: 'Ada Sol' }],
    publishedAt: '2024-01-01T00:00:00Z',
  }
  const read = readRow({ paper })
  if (!read.ok) throw new Error(JSON.stringify(read))
  await importRows([read.row], ++now)
  expect(await hitsOf(search)).toEqual(['2401.00001'])
})

test('a search for votes finds a paper that came when it has them', async () => {
  const [before = ''] = await ingest('Sorting Before')
  const search = await save('q=sorting&votes=2')
  const [id = ''] = await ingest('Sorting')
  await castVote(mira, id, ++now)
  expect(await hitsOf(search)).toEqual([])
  for (const paper of [id, before]) await castVote(await join(), paper, ++now)
  expect(await hitsOf(search)).toEqual([id])
})

test('a revision that brings the word is found, and a paper that a moderator took off is not told of', async () => {
  const search = await save('q=sorting')
  const [id = ''] = await ingest('Boats')
  expect(await hitsOf(search)).toEqual([])
  const [row] = await db.select().from(papers).where(eq(papers.id, id))
  if (!row) throw new Error('Gone.')
  const text = { title: 'Sorting Boats', abstract: row.abstract, note: null, doi: null, sourceUrl: null }
  const more = { publishedAt: row.publishedAt, updatedAt: ++now, version: 2, isWithdrawn: false }
  const found = { id, source: 'arxiv' as const, authors: row.authors, categories: row.categories, ...text, ...more }
  await upsertFound([{ ...found, announcedDay: '2026-06-02' }], now)
  expect(await hitsOf(search)).toEqual([id])
  const moderator = await createUser({ name: 'Mod', role: 'moderator' }, now)
  const { moderatorId } = moderator.ok ? authorityOf(moderator.viewer) : {}
  if (!moderatorId) throw new Error('No moderator.')
  await castVote(mira, id, ++now)
  expect(await listStillFound(search, [id])).toEqual([id])
  await unlistPaper(moderatorId, id, 'Not a paper.', ++now)
  expect(await listStillFound(search, [id])).toEqual([])
})

test('nothing is looked at without a saved search, and nothing twice', async () => {
  await ingest('Sorting')
  expect(await hasUnsearched()).toBe(false)
  const search = await save('q=sorting')
  expect(await hasUnsearched()).toBe(false)
  await ingest('Sorting More')
  expect(await hasUnsearched()).toBe(true)
  expect(await findNews(++now)).toEqual({ found: 1, hasMore: false })
  expect(await hasUnsearched()).toBe(false)
  await removeSearch(mira, search)
  await ingest('Sorting Still')
  expect(await hasUnsearched()).toBe(false)
})

test('a break in the middle leaves nothing out and tells nothing twice', async () => {
  for (let i = 0; i < 5; i++) await save(`q=sorting+-word${i}`)
  await hook(mira)
  await ingest(...Array.from({ length: 2 * mostMatched + 1 }, (_, i) => `Sorting ${i}`))
  const { addDeliveries: asIs } = await vi.importActual<typeof import('@/db/deliveries')>('@/db/deliveries')
  const spy = vi.mocked(addDeliveries)
  for (let i = 0; i < 6; i++) spy.mockImplementationOnce(asIs)
  spy.mockRejectedValueOnce(new Error('broke off'))
  await expect(findNews(++now)).rejects.toThrow('broke off')
  const [kept, told] = [await db.$count(searchHits), await db.$count(deliveries)]
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(5 * (2 * mostMatched + 1))
  expect(told).toBeGreaterThan(0)

  await findNews(++now)
  expect(await db.$count(searchHits)).toBe(5 * (2 * mostMatched + 1))
  const rows = await db.select().from(deliveries)
  const papersTold = rows.map(({ payload }) => (payload.data as { papers: unknown[] }).papers.length)
  expect(papersTold.reduce((sum, n) => sum + n, 0)).toBe(5 * (2 * mostMatched + 1))
  expect(Math.max(...papersTold)).toBe(mostMatched)
})

test('papers that lie far apart in the index are found as those that lie together', async () => {
  const [early = ''] = await ingest('Sorting Early')
  await db.run(sql`update sqlite_sequence set seq = seq + 100000 where name = 'search_papers'`)
  const search = await save('q=sorting+-boats')
  const late = await ingest(...Array.from({ length: 6 }, (_, i) => `Sorting Late ${i}`), 'Sorting Boats')
  await castVote(mira, early, ++now)
  expect(await hitsOf(search)).toEqual([early, ...late.slice(0, 6)])
})

test('many papers and many searches are looked at a batch at a time', async () => {
  const search = await save('q=sorting')
  await ingest(...Array.from({ length: 501 }, (_, i) => `Sorting ${i}`))
  expect(await findNews(++now)).toEqual({ found: 500, hasMore: true })
  expect(await findNews(++now)).toEqual({ found: 1, hasMore: false })
  expect(await hitsOf(search)).toHaveLength(501)
})

test('what was found long ago is forgotten', async () => {
  const search = await save('q=sorting')
  await ingest('Sorting')
  expect(await hitsOf(search)).toHaveLength(1)
  await pruneHits(now)
  expect(await hitsOf(search)).toHaveLength(1)
  await pruneHits(now + 1)
  expect(await hitsOf(search)).toHaveLength(0)
})
