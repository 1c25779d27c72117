import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { listFeed } from '@/db/feed'
import { importRows } from '@/db/import'
import { papers, users } from '@/db/schema'
import type { FeedQuery } from '@/lib/feed-query'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 4, 15)
const everything: FeedQuery = { scope: null, submitter: null, sort: 'publishedAt', limit: 50, offset: 0 }

function row(id: string, day: string, upvotes: number, submitter: string) {
  const paper = { id, title: id, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes }
  const read = readRow({ day, numComments: 0, paper, submittedBy: { name: submitter } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

beforeAll(async () => {
  await db.insert(users).values({ id: 'u1', name: 'Tove', nameKey: 'tove', createdAt: now })
  await importRows(
    [
      row('2605.00001', '2026-06-01', 90, 'mira'),
      row('2605.00002', '2026-06-02', 3, 'mira'),
      row('2605.00003', '2026-06-02', 8, 'ida'),
      row('2605.00004', '2026-05-31', 0, 'ida'),
    ],
    now,
  )
  await db.update(papers).set({ submitterId: 'u1', submitterName: null }).where(sql`id = '2605.00003'`)
})

const idsOf = async (query: Partial<FeedQuery>) =>
  (await listFeed({ ...everything, ...query })).papers.map(({ id }) => id.slice(-1)).join('')

test('everything comes newest day first, and each day in the site’s order', async () => {
  expect(await idsOf({})).toBe('3214')
})

test('a day, a week and a month come in the site’s order', async () => {
  expect(await idsOf({ scope: { of: 'day', value: '2026-06-02' } })).toBe('32')
  expect(await idsOf({ scope: { of: 'week', value: '2026-W23' } })).toBe('132')
  expect(await idsOf({ scope: { of: 'month', value: '2026-05' } })).toBe('4')
  expect(await idsOf({ scope: { of: 'day', value: '2026-06-09' } })).toBe('')
})

test('trending is by heat; without a scope only what has votes', async () => {
  expect(await idsOf({ sort: 'trending' })).toBe('132')
  expect(await idsOf({ sort: 'trending', scope: { of: 'month', value: '2026-06' } })).toBe('132')
})

test('a submitter is a member, in any case, or somebody elsewhere', async () => {
  expect(await idsOf({ submitter: 'mira' })).toBe('21')
  expect(await idsOf({ submitter: 'tove' })).toBe('3')
  expect(await idsOf({ submitter: 'nobody' })).toBe('')
  expect(await idsOf({ submitter: 'mira', scope: { of: 'day', value: '2026-06-01' } })).toBe('1')
})

test('pages follow each other and the last one says that it is', async () => {
  expect(await listFeed({ ...everything, limit: 3 })).toMatchObject({ hasMore: true })
  expect(await listFeed({ ...everything, limit: 3, offset: 3 })).toMatchObject({
    papers: [{ id: '2605.00004' }],
    hasMore: false,
  })
  expect(await listFeed({ ...everything, offset: 50 })).toEqual({ papers: [], hasMore: false })
})
