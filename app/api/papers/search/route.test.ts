import { beforeAll, expect, test, vi } from 'vitest'
import { GET as search } from '@/app/api/papers/search/route'
import { GET as suggest } from '@/app/api/papers/suggest/route'
import { importRows } from '@/db/import'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const rows = [
  row('2606.00001', 'Learning Rates & How to Warm Them Up', 'A schedule for $\\eta$.', 30),
  row('2606.00002', 'Schedules Without Learning', 'Rates of rates.', 3),
  row('cs/9809007', 'Knots', 'Ropes & strings.', 9),
]

beforeAll(async () => {
  await importRows(rows, Date.now())
})

test('hits are what the clients read, with the words marked and what was voted for', async () => {
  const mira = await createUser({ name: 'mira' }, Date.now())
  if (!mira.ok) throw new Error(mira.error)
  const { userId } = authorityOf(mira.viewer)
  await castVote(userId, '2606.00001', Date.now())
  const { token } = await createToken(userId, { label: 'notebook', scope: 'read' }, Date.now())
  const response = await ask('/api/papers/search?q=learning+rate+schedule&sort=votes', token)
  expect(response.status).toBe(200)
  const hits = await response.json()
  expect(hits).toHaveLength(2)
  expect(hits[0]).toMatchObject({
    title: 'Learning Rates & How to Warm Them Up',
    highlightedTitle: '<mark>Learning</mark> <mark>Rates</mark> &#38; How to Warm Them Up',
    highlightedSummary: 'A <mark>schedule</mark> for $\\eta$.',
    upvoted: true,
    upvotes: 31,
    publishedAt: '2026-06-02T00:00:00.000Z',
    paper: { id: '2606.00001', upvotes: 31 },
  })
  expect(hits[1].upvoted).toBe(false)
  expect(response.headers.get('x-total-count')).toBe('2')
  expect(response.headers.get('x-searched-by')).toMatch(/^words/)
})

test('a search by category says how many papers have none', async () => {
  const noteOf = async (address: string) => (await ask(address)).headers.get('x-search-note')
  const note = 'No paper here has a category yet: a search by category leaves them out.'
  expect(await noteOf('/api/papers/search?q=learning+cat:cs.LG')).toBe(note)
  expect(await noteOf('/api/papers/search?q=learning&cat=cs.LG')).toBe(note)
  expect(await noteOf('/api/papers/search?q=learning+-cat:cs.LG')).toBeNull()
})

test('what misspelt words were meant to be is in the headers', async () => {
  const meant = await ask('/api/papers/search?q=learnig')
  expect(meant.headers.get('x-searched-for')).toBe('learning')
  expect(meant.headers.get('x-total-count')).toBe('2')
  expect((await meant.json())[0].highlightedTitle).toContain('<mark>Learning</mark>')
  const perhaps = await ask('/api/papers/search?q=learnig+%CE%B7+ropes')
  expect(perhaps.headers.get('x-did-you-mean')).toBe('learning%20%CE%B7%20ropes')
  expect(perhaps.headers.get('x-searched-for')).toBeNull()
  const verbatim = await ask('/api/papers/search?q=learnig&verbatim=1')
  expect(await verbatim.json()).toEqual([])
  expect(verbatim.headers.get('x-did-you-mean')).toBe('learning')
  expect((await ask('/api/papers/search?q=learnig&verbatim=maybe')).status).toBe(400)
})

test('filters, orders and pages are those of the page for people', async () => {
  expect(await idsOf('/api/papers/search?q=rates&votes=10')).toEqual(['2606.00001'])
  expect(await idsOf('/api/papers/search?author=Ida&sort=votes')).toEqual(['2606.00001', 'cs/9809007', '2606.00002'])
  const first = await ask('/api/papers/search?q=learning&limit=1&sort=votes')
  const link = first.headers.get('link') ?? ''
  expect(link).toBe(`<${env.SITE_URL}/api/papers/search?q=learning&limit=1&sort=votes&p=2>; rel="next"`)
  const second = await ask(link.slice(`<${env.SITE_URL}`.length, link.indexOf('>')))
  expect((await second.json())[0].paper.id).toBe('2606.00002')
  expect(second.headers.get('link')).toBeNull()
  expect(await idsOf('/api/papers/search?q=learning&p=9999')).toEqual([])
})

test('an id and an address find their paper', async () => {
  for (const q of ['cs/9809007', 'https://arxiv.org/abs/cs/9809007v2', 'arXiv:cs/9809007']) {
    const response = await ask(`/api/papers/search?${new URLSearchParams({ q })}`)
    expect((await response.json()).map(({ paper }: Hit) => paper.id)).toEqual(['cs/9809007'])
    expect(response.headers.get('x-searched-by')).toBe('id')
  }
  expect(await idsOf('/api/papers/search?q=2606.09999')).toEqual([])
})

test('what cannot be read is refused by its name', async () => {
  for (const [query, field] of [
    [`q=${'a'.repeat(251)}`, 'q'],
    ['', 'q'],
    ['q=a&limit=121', 'limit'],
    ['q=a&p=0', 'p'],
    ['q=a&from=soon', 'from'],
    ['q=a&sort=best', 'sort'],
  ]) {
    const response = await ask(`/api/papers/search?${query}`)
    expect(response.status, query).toBe(400)
    expect(Object.keys((await response.json()).fields), query).toEqual([field])
  }
})

test('anything may be looked for', async () => {
  for (const q of [
    'constructor',
    '__proto__',
    '"',
    '((',
    '* OR NOT',
    'a\u0000b',
    '🙂',
    "'; drop table papers; --",
    '%',
  ]) {
    const response = await ask(`/api/papers/search?${new URLSearchParams({ q, cat: 'cs.LG' })}`)
    expect(response.status, q).toBe(200)
  }
})

test('titles are offered for what has been typed so far, with that marked', async () => {
  const response = await ask('/api/papers/suggest?q=learning+ra')
  expect(await response.json()).toEqual({
    titles: [
      {
        id: '2606.00001',
        title: 'Learning Rates & How to Warm Them Up',
        html: '<mark>Learning</mark> <mark>Ra</mark>tes &#38; How to Warm Them Up',
        upvotes: 31,
        publishedAt: '2026-05-01T00:00:00.000Z',
      },
    ],
  })
  const pasted = await (await ask('/api/papers/suggest?q=arxiv.org/abs/2606.00002v1')).json()
  expect(pasted.titles.map(({ id }: { id: string }) => id)).toEqual(['2606.00002'])
  for (const q of ['', '   ', '"', '\u0000', 'x'.repeat(10_000)]) {
    expect(await (await ask(`/api/papers/suggest?${new URLSearchParams({ q })}`)).json(), q).toEqual({ titles: [] })
  }
})

type Hit = { paper: { id: string } }
let asked = 0

async function idsOf(path: string): Promise<string[]> {
  const response = await ask(path)
  expect(response.status, path).toBe(200)
  return (await response.json()).map(({ paper }: Hit) => paper.id)
}

function ask(path: string, token?: string): Promise<Response> {
  asked++
  const headers = new Headers({ 'x-client-address': `10.0.0.${asked}` })
  if (token) headers.set('authorization', `Bearer ${token}`)
  const handler = path.startsWith('/api/papers/search') ? search : suggest
  return handler(new Request(`${env.SITE_URL}${path}`, { headers }), { params: Promise.resolve({}) })
}

function row(id: string, title: string, summary: string, upvotes: number) {
  const paper = { id, title, summary, authors: [{ name: 'Ida Sol' }], publishedAt: '2026-05-01', upvotes }
  const read = readRow({ day: '2026-06-02', paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}
