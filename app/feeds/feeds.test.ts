import { parseFeed } from '@rowanmanning/feed-parser'
import { beforeEach, expect, test } from 'vitest'
import { GET } from '@/app/feeds/[...address]/route'
import { GET as getOpml } from '@/app/feeds/opml.xml/route'
import { poolMetadata } from '@/app/new/pool-list'
import { db } from '@/db/client'
import { deleteComment, writeComment } from '@/db/comments'
import { dropPaper, savePaper } from '@/db/list-papers'
import { unlistPaper } from '@/db/listings'
import { changeList, createList } from '@/db/lists'
import { hideComment } from '@/db/moderation'
import { papers, users } from '@/db/schema'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { authorityOf, type ModeratorId, type UserId } from '@/lib/authority'
import { renderComment } from '@/lib/comment-text'
import { dayStart, monthOf, weekOf } from '@/lib/days'

const now = Date.UTC(2026, 5, 4, 9)
const tuesday = '2026-06-02'

let mira: UserId

beforeEach(async () => {
  for (const table of [papers, users]) await db.delete(table)
  mira = await join('Mira')
})

test('the newest feed tells of what is on the list, the last first, and of nothing else', async () => {
  await put('2606.00001', { day: '2026-06-01', at: 5 })
  await put('2606.00002', { day: tuesday, at: 2 })
  await put('2606.00003', { day: tuesday, at: 7 })
  await put('2606.00004', { day: null })
  expect(await idsIn('newest')).toEqual(['2606.00003', '2606.00002', '2606.00001'])
  expect(await idsIn(`day/${tuesday}`)).toEqual(['2606.00002', '2606.00003'])
})

test('a paper that moderators take off its day vanishes from every feed', async () => {
  await put('2606.00001', { title: 'Kites over hills', authors: ['Ada Quill'] })
  await put('2606.00002', { title: 'Kites at rest', authors: ['Ada Quill'] })
  await castVote(mira, '2606.00001', now)
  await castVote(mira, '2606.00002', now)
  const list = await publicList()
  for (const paperId of ['2606.00001', '2606.00002']) await savePaper(mira, { listId: list, paperId }, now)
  const feeds = ['newest', `day/${tuesday}`, 'trending', 'category/cs.LG', 'author/Ada%20Quill', `list/${list}`]
  const all = [...feeds.map((path) => [path, '']), ['search', '?q=kites']] as const
  for (const [path, query] of all) expect((await idsIn(path, query)).sort(), path).toEqual(['2606.00001', '2606.00002'])
  await moderated((moderator) => unlistPaper(moderator, '2606.00001', 'not a paper', now))
  for (const [path, query] of all) expect(await idsIn(path, query), path).toEqual(['2606.00002'])
})

test('a category holds those of its archive, however it is written', async () => {
  await put('2606.00001', { categories: ['math.ST', 'cs.LG'] })
  await put('2606.00002', { categories: ['cs.LG'] })
  await put('2606.00003', { categories: ['math-ph'] })
  expect(await idsIn('category/math')).toEqual(['2606.00001'])
  expect((await idsIn('category/cs.lg')).sort()).toEqual(['2606.00001', '2606.00002'])
  expect(await idsIn('category/q-bio')).toEqual([])
})

test('the page of a category offers its feed once there is something in it', async () => {
  await put('2606.00001')
  const offered = async (category: string) => {
    const { alternates } = await poolMetadata({ category, day: tuesday, query: {} })
    return JSON.stringify(alternates?.types)
  }
  expect(await offered('cs.LG')).toContain('/feeds/category/cs.LG.rss')
  expect(await offered('q-bio')).not.toContain('/feeds/category')
})

test.each([
  ['category/q-bio', ''],
  ['author/Ada%20Nobody', ''],
  ['search', '?q=zeppelins'],
])('%s%s has no paper yet and says so, as one may come tomorrow', async (path, query) => {
  await put('2606.00001')
  const feed = await (await get(`${path}.json`, query)).json()
  expect(feed).toMatchObject({ description: expect.stringMatching(/None yet: the first will come here\.$/), items: [] })
  const other = await (await get('author/Ada.json')).json()
  expect(other.description).not.toContain('None yet')
})

test('an author is who bears the name, in whatever order, accents or not; not who bears a part of it', async () => {
  await put('2606.00001', { authors: ['João C/O Ångström'] })
  await put('2606.00002', { authors: ['Angstrom, Joao C/O'], day: null })
  await put('2606.00003', { authors: ['João Ångström'] })
  await put('2606.00004', { authors: ['João', 'C/O Ångström'] })
  const path = `author/${encodeURIComponent('João C/O Ångström')}`
  expect((await idsIn(path)).sort()).toEqual(['2606.00001', '2606.00002'])
  expect(await idsIn('author/%3F%3F')).toEqual([])
  await put('2606.00005', { authors: ['van der Berg, Jan'] })
  expect(await idsIn('author/Jan%20van%20der%20Berg')).toEqual(['2606.00005'])
})

test('a search is refused without words, and where a condition cannot be read', async () => {
  await put('2606.00001', { title: 'Kites' })
  expect(await idsIn('search', '?q=kites&cat=cs.LG&sort=votes')).toEqual(['2606.00001'])
  const feed = parseFeed(await (await get('search.atom', '?q=kites')).text())
  expect(feed).toMatchObject({
    title: 'Search: kites · Daily Papers',
    url: expect.stringContaining('/papers/search?q=kites'),
  })
  expect(await (await get('search.rss', '?q=')).json()).toMatchObject({ fields: { q: 'Say what you look for.' } })
  const refused = await get('search.rss', '?q=kites&from=soon')
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({ fields: { from: expect.anything() } }),
  ])
})

test('comments are told until they are hidden or deleted, their formulas in words and their links whole', async () => {
  await put('cs/9809007', { title: 'Old & gold' })
  const first = await write('cs/9809007', 'See $n^2$ and [this](/papers/2606.00001).')
  const second = await write('cs/9809007', 'Agreed.', first)
  const third = await write('cs/9809007', 'Spam <script>x</script>')
  for (const path of ['paper/cs/9809007/comments', 'member/mira/comments']) {
    const items = await itemsIn(path)
    expect(items.map(({ id }) => id)).toEqual(
      [third, second, first].map((id) => expect.stringMatching(`/papers/cs/9809007#comment-${id}$`)),
    )
    expect(items[1]?.title).toBe('Mira to Mira on “Old & gold”')
    expect(items[2]?.content_html).toMatch(/n\^2 and <a href="http:\/\/[^"]+\/papers\/2606\.00001"/)
    expect(items[0]?.content_html).not.toMatch(/<script/)
  }
  await moderated((moderator) => hideComment(moderator, third, 'spam', now))
  await deleteComment(mira, { paperId: 'cs/9809007', commentId: second }, now)
  for (const path of ['paper/cs~9809007/comments', 'member/Mira/comments']) {
    expect((await itemsIn(path)).map(({ id }) => id)).toEqual([expect.stringMatching(`${first}$`)])
  }
})

test('a list is told while it is public, what was added last first', async () => {
  await put('2606.00001')
  await put('2606.00002', { day: null })
  const list = await publicList()
  await savePaper(mira, { listId: list, paperId: '2606.00002' }, now)
  await savePaper(mira, { listId: list, paperId: '2606.00001' }, now + 5_000)
  const items = await itemsIn(`list/${list}`)
  expect(items.map(({ _paper, date_published }) => [_paper.id, date_published])).toEqual([
    ['2606.00001', new Date(now + 5_000).toISOString()],
    ['2606.00002', new Date(now).toISOString()],
  ])
  await dropPaper(mira, { listId: list, paperId: '2606.00001' }, now)
  expect(await idsIn(`list/${list}`)).toEqual(['2606.00002'])
  await changeList(mira, list, { isPublic: false }, now)
  const refused = await get(`list/${list}.rss`)
  expect([refused.status, await refused.json()]).toEqual([
    404,
    { error: 'There is no such list, or it is not public.' },
  ])
})

test.each([
  ['day/2026-02-30.rss', 404],
  ['newest.xml', 404],
  ['category/machine%20learning.rss', 404],
  ['author/%20.rss', 404],
  ['member/nobody/comments.rss', 404],
  ['paper/2606.09999/comments.rss', 404],
  ['list/none.json', 404],
])('%s is refused with a reason', async (path, status) => {
  const refused = await get(path)
  expect([refused.status, await refused.json()]).toEqual([status, { error: expect.any(String) }])
})

test('a day without papers is an empty feed', async () => {
  expect(await itemsIn('day/2026-06-09')).toEqual([])
  expect(parseFeed(await (await get('day/2026-06-09.atom')).text()).updated).toEqual(new Date('2026-06-09'))
})

test('pages follow each other, lose nothing and end', async () => {
  for (let i = 1; i <= 103; i++) await put(`2606.${String(i).padStart(5, '0')}`, { at: i })
  const told: string[] = []
  let next: string | undefined = '/feeds/newest.json'
  while (next) {
    const { pathname, search } = new URL(next, 'http://papers.test')
    const feed: { items: Item[]; next_url?: string } = await (await read(pathname, search)).json()
    told.push(...feed.items.map(({ _paper }) => _paper.id))
    next = feed.next_url
  }
  expect([told.length, new Set(told).size]).toEqual([103, 103])
  const atom = await (await get('newest.atom', '?p=2')).text()
  for (const link of [
    'rel="first"',
    'newest.atom" rel="previous"',
    'p=3" rel="next"',
    'p=3" rel="last"',
    'p=2" rel="self"',
  ])
    expect(atom).toContain(link)
  expect((await get('newest.atom', '?p=4')).status).toBe(404)
  for (const p of ['0', '-1', 'two', '1.5', '99999']) expect((await get('newest.atom', `?p=${p}`)).status, p).toBe(400)
})

test('who has a feed is told so until it changes', async () => {
  await put('2606.00001')
  const first = await get('newest.rss')
  const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
  expect(first.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  const known = await get('newest.rss', '', { 'If-None-Match': etag })
  expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag])
  expect((await get('newest.rss', '', { 'If-Modified-Since': modified })).status).toBe(304)
  await castVote(mira, '2606.00001', Date.now())
  expect((await get('newest.rss', '', { 'If-None-Match': etag })).status).toBe(200)
})

test('OPML names the feeds of the site', async () => {
  await put('2606.00001', { categories: ['cs.LG', '<odd>'] })
  const response = await getOpml(new Request('http://papers.test/feeds/opml.xml'), {
    params: Promise.resolve(undefined),
  })
  const xml = await response.text()
  expect(response.headers.get('content-type')).toBe('text/x-opml; charset=utf-8')
  for (const path of ['newest', 'trending', 'category/cs.LG']) expect(xml).toContain(`/feeds/${path}.rss"`)
  expect(xml).not.toContain('odd')
})

type Item = { id: string; title: string; content_html: string; date_published: string; _paper: { id: string } }

async function itemsIn(path: string, query = ''): Promise<Item[]> {
  for (const format of ['rss', 'atom']) parseFeed(await (await get(`${path}.${format}`, query)).text())
  return (await (await get(`${path}.json`, query)).json()).items
}

async function idsIn(path: string, query = ''): Promise<string[]> {
  return (await itemsIn(path, query)).map(({ _paper }) => _paper.id)
}

function get(path: string, query = '', headers: Record<string, string> = {}): Promise<Response> {
  return read(`/feeds/${path}`, query, headers)
}

function read(pathname: string, query: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://papers.test${pathname}${query}`, { headers })
  return GET(request, { params: Promise.resolve({ address: pathname.split('/').slice(2) }) })
}

type Put = { day?: string | null; at?: number; title?: string; authors?: string[]; categories?: string[] }

async function put(
  id: string,
  { day = tuesday, at = 1, title = 'Heat', authors = ['Ada'], categories = ['cs.LG'] }: Put = {},
) {
  const listing = day && { day, week: weekOf(day), month: monthOf(day), submittedAt: dayStart(day) + at * 60_000 }
  await db.insert(papers).values({
    ...{ id, title, abstract: 'We measure.', categories, keywords: [], mediaUrls: [] },
    ...{ authors: authors.map((name) => ({ name })), authorCount: authors.length },
    ...{ publishedAt: Date.UTC(2026, 4, 30), createdAt: now },
    ...listing,
  })
}

async function write(paperId: string, typed: string, parentId: string | null = null): Promise<string> {
  const text = renderComment(typed)
  if (!text.ok) throw new Error(text.error)
  const at = now + 1_000 * written++
  const done = await writeComment(mira, { paperId, parentId, body: text.body, html: text.html }, at)
  if (!done.ok) throw new Error(done.error)
  return done.comment.id
}

let written = 0

async function publicList(): Promise<string> {
  const made = await createList(mira, { name: 'Kites & co', isPublic: true }, now)
  if (!made.ok) throw new Error(made.error)
  return made.id
}

async function join(name: string): Promise<UserId> {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

async function moderated(act: (moderator: ModeratorId) => Promise<{ ok: boolean }>): Promise<void> {
  const made = await createUser({ name: 'Tove', role: 'moderator' }, now)
  const moderator = made.ok ? authorityOf(made.viewer).moderatorId : null
  if (!moderator) throw new Error('Tove is no moderator.')
  expect(await act(moderator)).toMatchObject({ ok: true })
}
