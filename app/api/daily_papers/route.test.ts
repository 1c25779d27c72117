import { beforeAll, expect, test, vi } from 'vitest'
import { GET as getDaily } from '@/app/api/daily_papers/route'
import { GET as getHealth } from '@/app/api/health/route'
import { GET as getPaper } from '@/app/api/papers/[id]/route'
import { GET as getPapers } from '@/app/api/papers/route'
import { importRows } from '@/db/import'
import { env } from '@/env'
import { readRow } from '@/lib/import-row'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const ask = (path: string) => {
  const id = /\/papers\/(.+)$/.exec(path)?.[1]
  const request = new Request(`${env.SITE_URL}${path}`, { headers: { 'x-client-address': '192.0.2.1' } })
  if (path.startsWith('/api/papers') && !id) return getPapers(request, { params: Promise.resolve({}) })
  const handler = id ? getPaper : path === '/api/health' ? getHealth : getDaily
  return handler(request, { params: Promise.resolve(id ? { id } : {}) } as never)
}

function row(id: string, day: string, upvotes: number) {
  const paper = { id, title: id, summary: 'A.', authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes }
  const read = readRow({ day, numComments: 2, paper, submittedBy: { name: 'mira' } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

beforeAll(async () => {
  const rows = [
    row('2606.00001', '2026-06-02', 3),
    row('cs/9809007', '2026-06-02', 9),
    row('2606.00003', '2026-06-01', 50),
  ]
  await importRows(rows, Date.now())
})

test('without a question: the newest day first, each day by upvotes', async () => {
  const response = await ask('/api/daily_papers')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(response.headers.get('link')).toBeNull()
  const list = await response.json()
  expect(list.map(({ paper }: { paper: { id: string } }) => paper.id)).toEqual([
    'cs/9809007',
    '2606.00001',
    '2606.00003',
  ])
  expect(list[0]).toMatchObject({
    publishedAt: '2026-06-02T00:00:00.000Z',
    upvotes: 9,
    numComments: 2,
    submittedBy: { user: 'mira' },
  })
})

test('a page that has a next one links to it', async () => {
  const first = await ask('/api/daily_papers?limit=2&date=2026-06-02')
  expect(first.headers.get('link')).toBeNull()
  const response = await ask('/api/daily_papers?limit=2')
  expect(response.headers.get('link')).toBe(`<${env.SITE_URL}/api/daily_papers?limit=2&p=1>; rel="next"`)
  const next = await ask('/api/daily_papers?limit=2&p=1')
  expect(await next.json()).toHaveLength(1)
  expect(await (await ask('/api/daily_papers?limit=2&p=9')).json()).toEqual([])
  expect(await (await ask('/api/daily_papers?date=2020-01-01')).json()).toEqual([])
})

test('a bad day is a 400 that says so in body and header', async () => {
  const response = await ask('/api/daily_papers?date=2026-02-30')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    error: expect.stringContaining('date'),
    fields: { date: expect.any(String) },
  })
  expect(response.headers.get('x-error-message')).toContain('date')
  expect(response.headers.get('x-error-code')).toBeNull()
})

test('one paper is flat, an old id travels as one segment, an unknown one is a 404', async () => {
  expect(await (await ask('/api/papers/cs~9809007')).json()).toMatchObject({
    id: 'cs/9809007',
    upvotes: 9,
    numComments: 2,
    linkedModels: [],
  })
  for (const path of ['/api/papers/2699.99999', '/api/papers/nonsense']) {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: expect.any(String) })
    expect(response.headers.get('x-error-message')).toMatch(/\S/)
  }
})

test('all papers follow each other by the Link header, none twice', async () => {
  const seen: string[] = []
  let path: string | undefined = '/api/papers?limit=1'
  while (path && seen.length < 9) {
    const response: Response = await ask(path)
    expect(response.status).toBe(200)
    const list: { id: string; title: string; paper?: unknown }[] = await response.json()
    seen.push(...list.map(({ id }) => id))
    expect(list[0]?.paper).toBeUndefined()
    path = response.headers.get('link')?.match(/^<https?:\/\/[^/]+(\/.+)>; rel="next"$/)?.[1]
  }
  expect(seen).toEqual(['2606.00001', '2606.00003', 'cs/9809007'])
  for (const bad of ['limit=0', 'limit=x', 'cursor=x']) expect((await ask(`/api/papers?${bad}`)).status).toBe(400)
})

test('health reads the database, and nobody keeps the answer', async () => {
  const response = await ask('/api/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ ok: true, newestDay: '2026-06-02' })
  expect(response.headers.get('cache-control')).toContain('no-store')
})
