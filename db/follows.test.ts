import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { exportPerson } from '@/db/departures'
import { visitFollowing } from '@/db/follow-visits'
import { changesQuery } from '@/db/follow-window'
import { listFollowing } from '@/db/following'
import { dropFollowsOf, follow, listFollows, mostFollows, unfollow } from '@/db/follows'
import { importRows } from '@/db/import'
import { lastJournalId } from '@/db/journal'
import { savePaper } from '@/db/list-papers'
import { relistPaper, unlistPaper } from '@/db/listings'
import { changeList, createList, deleteList } from '@/db/lists'
import { upsertFound } from '@/db/pool'
import { follows, papers, users } from '@/db/schema'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { authorityOf, type UserId } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

const minute = 60_000
const hour = 60 * minute
const now = Date.UTC(2026, 5, 2, 9, 20)
const clock = { timeZone: 'UTC', rollover: '00:00' }
let mira: UserId
let tove: UserId

beforeAll(async () => {
  mira = await join('Mira')
  tove = await join('Tove')
  await importRows(
    [
      row('2606.00001', '2026-06-01', 'Denoising Diffusion for Everybody', ['Ada Quill']),
      row('2606.00002', '2026-06-02', 'A Bridge to Nowhere', ['João Silva']),
      row('2606.00003', '2026-06-02', 'Diffusion Considered Quantum', ['Bo Ek']),
      row('2604.00009', '2026-04-02', 'Diffusion, Long Ago', ['Ada Quill']),
    ],
    now - hour,
  )
  await db
    .update(papers)
    .set({ categories: ['cs.LG'], submitterId: tove })
    .where(eq(papers.id, '2606.00002'))
})

test('the same thing spelt otherwise is followed once', async () => {
  const first = await follow(mira, { kind: 'author', value: 'João Silva', muted: false }, now)
  expect(first).toMatchObject({ ok: true, changed: true })
  expect(await follow(mira, { kind: 'author', value: 'Silva, JOAO', muted: false }, now)).toMatchObject({
    ok: true,
    changed: false,
    line: { value: 'João Silva' },
  })
  expect(await listFollows(mira)).toMatchObject([{ kind: 'author', value: 'João Silva', title: 'João Silva' }])
  expect(await listFollows(tove)).toEqual([])
  expect(await unfollow(tove, { kind: 'author', value: 'João Silva' })).toBe(false)
  expect(await unfollow(mira, { kind: 'author', value: 'joao silva' })).toBe(true)
  expect(await listFollows(mira)).toEqual([])
})

test('a list of one’s own says why each paper is there, the newest day first', async () => {
  await follow(mira, { kind: 'keyword', value: 'diffusion', muted: false }, now)
  await follow(mira, { kind: 'category', value: 'cs.LG', muted: false }, now)
  const list = await listFollowing(mira, { order: 'newest', page: 1, pageSize: 10, now, clock })
  expect(list.papers.map(({ paper, day, why }) => [paper.id, day, why.map(({ title }) => title)])).toEqual([
    ['2606.00002', '2026-06-02', ['cs.LG']],
    ['2606.00003', '2026-06-02', ['diffusion']],
    ['2606.00001', '2026-06-01', ['diffusion']],
  ])
  expect(list).toMatchObject({ total: 3, hidden: 0, hasMore: false })
  await castVote(tove, '2606.00003', now)
  expect(await idsOf(mira, { order: 'top' })).toEqual(['2606.00003', '2606.00002', '2606.00001'])
  expect(await idsOf(mira, { pageSize: 2, page: 2 })).toEqual(['2606.00001'])
  expect(await idsOf(tove)).toEqual([])
})

test('a muted word hides, whatever else is followed, and is counted', async () => {
  await follow(mira, { kind: 'keyword', value: 'quantum', muted: true }, now)
  const list = await listFollowing(mira, { order: 'newest', page: 1, pageSize: 10, now, clock })
  expect(list.papers.map(({ paper }) => paper.id)).not.toContain('2606.00003')
  expect(list).toMatchObject({ total: 2, hidden: 1 })
  expect(await follow(mira, { kind: 'keyword', value: 'Quantum', muted: false }, now)).toMatchObject({ changed: true })
  expect(await idsOf(mira)).toContain('2606.00003')
})

test('what came since the last visit is new, and stays so for a reload', async () => {
  const fresh = async (at: number) =>
    (await listFollowing(mira, { order: 'newest', page: 1, pageSize: 10, now: at, clock })).papers
      .filter(({ isNew }) => isNew)
      .map(({ paper }) => paper.id)
  expect(await fresh(now)).toEqual([])
  await visitFollowing(mira, now)
  await importRows([row('2606.00004', '2026-06-02', 'Yet More Diffusion', ['Cy'])], now + hour)
  expect(await fresh(now + hour)).toEqual(['2606.00004'])
  await visitFollowing(mira, now + 2 * hour)
  expect(await fresh(now + 2 * hour)).toEqual(['2606.00004'])
  await visitFollowing(mira, now + 2 * hour + 9 * minute)
  expect(await fresh(now + 2 * hour + 9 * minute)).toEqual(['2606.00004'])
  await visitFollowing(mira, now + 3 * hour)
  expect(await fresh(now + 3 * hour)).toEqual([])
})

test('a paper of the pool is new when an import puts it on its day, whatever time that gives it', async () => {
  const id = '2606.00077'
  await visitFollowing(mira, now + 10 * hour)
  const text = { title: 'Pooled Diffusion', abstract: null, note: null, doi: null, sourceUrl: null }
  const dates = { announcedDay: '2026-06-02', publishedAt: now, updatedAt: null, version: 1, isWithdrawn: false }
  await upsertFound(
    [{ id, source: 'arxiv', authors: [{ name: 'Cy' }], categories: ['cs.LG'], ...text, ...dates }],
    now + 9 * hour,
  )
  await importRows([row(id, '2026-06-02', 'Pooled Diffusion', ['Cy'])], now + 12 * hour)
  const at = { order: 'newest', page: 1, pageSize: 10, now: now + 13 * hour, clock } as const
  await visitFollowing(mira, now + 13 * hour)
  const { papers: shown } = await listFollowing(mira, at)
  expect(shown.find(({ paper }) => paper.id === id)).toMatchObject({ isNew: true })
  await db.delete(papers).where(eq(papers.id, id))
})

test('a member is followed by what they put on a list', async () => {
  expect(await follow(mira, { kind: 'member', value: 'nobody-here', muted: false }, now)).toEqual({
    ok: false,
    field: 'value',
    error: 'There is nobody called nobody-here.',
  })
  expect(await follow(mira, { kind: 'member', value: 'TOVE', muted: false }, now)).toMatchObject({
    line: { value: 'Tove' },
  })
  const list = await listFollowing(mira, { order: 'newest', page: 1, pageSize: 10, now, clock })
  expect(list.papers.find(({ paper }) => paper.id === '2606.00002')?.why).toContainEqual({
    kind: 'member',
    title: 'Tove',
  })
})

test('a followed list brings its papers, old ones too, on the day they came to it', async () => {
  const made = await createList(tove, { name: 'Classics', isPublic: true }, now)
  if (!made.ok) throw new Error(made.error)
  await savePaper(tove, { listId: made.id, paperId: '2604.00009' }, now + hour)
  await follow(mira, { kind: 'list', value: made.id, muted: false }, now)
  const list = await listFollowing(mira, { order: 'newest', page: 1, pageSize: 10, now: now + hour, clock })
  expect(list.papers.find(({ paper }) => paper.id === '2604.00009')).toMatchObject({
    day: '2026-06-02',
    cameAt: now + hour,
    why: [
      { kind: 'keyword', title: 'diffusion' },
      { kind: 'list', title: 'Classics' },
    ],
  })
  await changeList(tove, made.id, { isPublic: false }, now)
  expect(await idsOf(mira)).not.toContain('2604.00009')
  expect((await listFollows(mira)).find(({ kind }) => kind === 'list')).toMatchObject({ title: null })
  await deleteList(tove, made.id, now)
  expect((await listFollows(mira)).some(({ kind }) => kind === 'list')).toBe(false)
})

test('what moderators, authors and readers do to papers shows at once', async () => {
  const moderator = await join('Vera')
  const { moderatorId } = authorityOf({ id: moderator, role: 'moderator' })
  if (!moderatorId) throw new Error('Vera is no moderator.')
  await unlistPaper(moderatorId, '2606.00001', 'Not a paper.', now)
  expect(await idsOf(mira)).not.toContain('2606.00001')
  await relistPaper(moderatorId, '2606.00001', now)
  expect(await idsOf(mira)).toContain('2606.00001')
  await importRows([row('2606.00001', '2026-06-01', 'Denoising for Nobody', ['Ada Quill'])], now + hour)
  expect(await idsOf(mira)).not.toContain('2606.00001')
})

test('what is told while a look is under way is left for the next', async () => {
  const seen = await lastJournalId()
  await castVote(tove, '2606.00001', now)
  const until = await lastJournalId()
  await castVote(tove, '2606.00004', now)
  const told = async (bounds: { seen: number; until: number }) =>
    (await changesQuery('vote', bounds)).map(({ paperId }) => paperId)
  expect(await told({ seen, until })).toEqual(['2606.00001'])
  expect(await told({ seen: until, until: await lastJournalId() })).toEqual(['2606.00004'])
})

test('a private list of somebody else cannot be followed', async () => {
  const made = await createList(tove, { name: 'Secret' }, now)
  if (!made.ok) throw new Error(made.error)
  const asked = await follow(mira, { kind: 'list', value: made.id, muted: false }, now)
  expect(asked).toEqual({ ok: false, field: 'value', error: 'There is no such list.' })
})

test('what one may follow is bounded, whoever asks at once', async () => {
  const rashid = await join('Rashid')
  const all = Array.from({ length: mostFollows + 5 }, (_, i) =>
    follow(rashid, { kind: 'keyword', value: `word ${i}`, muted: false }, now),
  )
  const refused = (await Promise.all(all)).filter(({ ok }) => !ok)
  expect(refused).toHaveLength(5)
  expect(await listFollows(rashid)).toHaveLength(mostFollows)
})

test('who leaves takes their follows along, and is followed by nobody', async () => {
  expect((await exportPerson(mira))?.follows).toContainEqual(
    expect.objectContaining({ kind: 'keyword', value: 'diffusion', muted: false }),
  )
  await write((tx) => dropFollowsOf(tx, { kind: 'member', value: 'Tove' }))
  expect((await listFollows(mira)).some(({ kind }) => kind === 'member')).toBe(false)
  await db.delete(users).where(eq(users.id, mira))
  expect(await db.select().from(follows).where(eq(follows.userId, mira))).toEqual([])
})

async function idsOf(userId: UserId, asked: Partial<Parameters<typeof listFollowing>[1]> = {}): Promise<string[]> {
  const list = await listFollowing(userId, { order: 'newest', page: 1, pageSize: 10, now, clock, ...asked })
  return list.papers.map(({ paper }) => paper.id)
}

async function join(name: string): Promise<UserId> {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

function row(id: string, day: string, title: string, authors: string[]) {
  const paper = { id, title, authors: authors.map((name) => ({ name })), publishedAt: '2026-05-01', upvotes: 0 }
  const read = readRow({ day, numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}
