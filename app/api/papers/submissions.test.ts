import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Role } from '@/db/types'
import { authorityOf } from '@/lib/authority'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'

process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
const services = await openServices()
Object.assign(process.env, services.settings)
// All that reads the settings comes after them.
const { env } = await import('@/env')
const { getPaper } = await import('@/db/papers')
const { createToken } = await import('@/db/tokens')
const { createUser } = await import('@/db/users')
const { castVote } = await import('@/db/votes')
const { arxiv } = await import('@/outside/arxiv')
const { POST: submit } = await import('@/app/api/papers/submit/route')
const { POST: index } = await import('@/app/api/papers/index/route')
const { POST: lookup } = await import('@/app/api/papers/lookup/route')
const { POST: links } = await import('@/app/api/papers/[id]/links/route')
const { DELETE: takeBack } = await import('@/app/api/papers/[id]/submission/route')

arxiv.pace = 0
const now = Date.now()
const page = 'https://lab.example/heat'
const typed = { title: 'Heat', authors: ['Mira Sol'], abstract: 'We count.' }

let mira: string
let tove: string
let kenji: string

beforeAll(async () => {
  ;[mira, tove, kenji] = await Promise.all([join('Mira'), join('Tove'), join('Kenji', 'moderator')])
  for (const n of [1, 2, 3, 4, 5, 6, 7])
    services.arxiv.push(arxivPaper({ id: `2606.0000${n}`, datestamp: '2026-06-02' }))
  services.works.set('10.1000/heat', { title: ['Heat'], issued: { 'date-parts': [[2026]] } })
})
afterEach(() => services.calm())
afterAll(() => services.close())

test('an address of arXiv is enough: 303 to the page, where it stands with comment and links', async () => {
  const body = { paperId: 'https://arxiv.org/pdf/2606.00001v2', comment: 'Two **minutes**.', mediaUrls: [page] }
  const response = await post(submit, { ...body, githubRepo: 'https://github.com/mira/heat' })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/papers/2606.00001')
  expect(await getPaper('2606.00001')).toMatchObject({
    title: 'Paper 2606.00001',
    listing: { day: expect.any(String) },
    submitter: { name: 'Mira', isMember: true },
    upvotes: 1,
    comments: 1,
    codeUrl: 'https://github.com/mira/heat',
    mediaUrls: [page],
  })
})

test('what is listed is said with its day, and no service is asked again', async () => {
  const response = await post(submit, { paperId: 'arXiv:2606.00001' }, tove)
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ fields: { paperId: expect.stringMatching(/here already.*list of/) } })
  expect(services.asked).toEqual([])
  const seen = await (await post(lookup, { paperId: '10.48550/arXiv.2606.00001' }, tove)).json()
  expect(seen.listing).toEqual({ day: seen.day, path: '/papers/2606.00001' })
})

test('a service that fails says what to do, and nothing is written', async () => {
  const trouble = { kind: 'status', status: 500 } as const
  services.next(trouble, trouble, trouble)
  const response = await post(submit, { paperId: '2606.00002' })
  expect(response.status).toBe(502)
  const words = 'arXiv cannot be reached. Try again, or fill it in yourself.'
  expect(await response.json()).toEqual({ error: words, fields: { paperId: words } })
  expect(await getPaper('2606.00002')).toBeNull()

  services.next({ kind: 'status', status: 429, headers: { 'Retry-After': '3600' } })
  const busy = await post(submit, { paperId: '10.1000/heat' })
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '3600'])
})

test('what arXiv does not have cannot be typed either; what Crossref does not have can', async () => {
  const missing = await post(submit, { paperId: '2606.99999', ...typed })
  expect(missing.status).toBe(404)
  expect((await missing.json()).error).toBe('arXiv has no such paper. Look whether the address is whole.')
  expect(await getPaper('2606.99999')).toBeNull()
  const unknown = await post(submit, { paperId: 'https://doi.org/10.1000/NONE', ...typed }, kenji)
  expect(unknown.status).toBe(303)
  const id = String(unknown.headers.get('location')).slice('/papers/'.length)
  expect(await getPaper(id)).toMatchObject({ doi: '10.1000/none', sourceUrl: 'https://doi.org/10.1000/none' })
})

test('what was typed counts only while the service does not answer', async () => {
  const trouble = { kind: 'hang up' } as const
  services.next(trouble, trouble, trouble)
  const first = await post(submit, { paperId: '2606.00003', ...typed, title: 'As I remember it' })
  expect(first.status).toBe(303)
  expect(await getPaper('2606.00003')).toMatchObject({ title: 'As I remember it', source: 'page', sourceUrl: null })
  const second = await post(submit, { paperId: '2606.00004', ...typed, title: 'Buy my book' }, kenji)
  expect(second.status).toBe(303)
  expect(await getPaper('2606.00004')).toMatchObject({ title: 'Paper 2606.00004', source: 'arxiv' })
  // Asked for again, the first gets what arXiv says of it.
  expect((await post(index, { arxivId: '2606.00003' }, kenji)).status).toBe(200)
  expect(await getPaper('2606.00003')).toMatchObject({ title: 'Paper 2606.00003', source: 'arxiv', upvotes: 1 })
})

test('any other page is typed by hand, and is the same however its address is written', async () => {
  const bare = await post(submit, { paperId: page }, tove)
  expect(bare.status).toBe(400)
  expect(Object.keys((await bare.json()).fields)).toEqual(['title', 'authors'])
  const seen = await (await post(lookup, { paperId: page, ...typed, title: 'Heat of $n$' }, tove)).json()
  expect(seen).toMatchObject({ paper: { title: 'Heat of $n$', sourceUrl: page }, listing: null })
  expect(seen.html.title).toContain('<math')
  const response = await post(submit, { paperId: page, ...typed }, tove)
  expect(response.status).toBe(303)
  const id = String(response.headers.get('location')).slice('/papers/'.length)
  expect(id).toMatch(/^p-[0-9a-z]{10}$/)
  for (const paperId of ['http://www.lab.example/heat/?utm_source=mail', id]) {
    expect((await post(submit, { paperId, ...typed }, kenji)).status).toBe(409)
  }
})

test('what is no paper is refused at its field, and so is a comment of which nothing would be seen', async () => {
  for (const paperId of ['attention by tri dao', 'javascript:alert(1)', 'p-0123456789', 'ftp://a.example/b']) {
    const response = await post(submit, { paperId, ...typed }, kenji)
    expect(response.status, paperId).toBe(400)
    expect((await response.json()).fields).toHaveProperty('paperId')
  }
  const silent = await post(submit, { paperId: '2606.00005', comment: '[a]: https://a.example' }, kenji)
  expect(silent.status).toBe(400)
  expect((await silent.json()).fields).toHaveProperty('comment')
  expect(services.asked).toEqual([])
})

test('the day that was shown has to be the day that it is', async () => {
  const response = await post(submit, { paperId: '2606.00005', day: '2020-01-01' }, kenji)
  expect(response.status).toBe(409)
  expect((await response.json()).fields).toHaveProperty('day')
  expect(await getPaper('2606.00005')).toBeNull()
})

test('a day has an end of submissions, which is said with the day on which there are some again', async () => {
  const ada = await join('Ada')
  for (const path of ['a', 'b', 'c']) {
    expect((await post(submit, { paperId: `https://lab.example/${path}`, ...typed }, ada)).status).toBe(303)
  }
  const response = await post(submit, { paperId: 'https://lab.example/d', ...typed }, ada)
  expect(response.status).toBe(429)
  expect((await response.json()).error).toMatch(/^You have submitted 3 of 3 today, again on \w+day, /)
})

test('an indexed paper has a page and is on no list', async () => {
  expect(await (await post(index, { arxivId: '2606.00006' })).json()).toEqual({})
  expect(await getPaper('2606.00006')).toMatchObject({ listing: null, upvotes: 0 })
  expect((await post(index, { arxivId: '2606.00006' })).status).toBe(200)
  for (const [arxivId, status] of [
    ['2606.99998', 404],
    [page, 400],
    ['10.1000/heat', 400],
    ['nonsense', 400],
  ] as const) {
    expect((await post(index, { arxivId })).status, arxivId).toBe(status)
  }
})

test('links are set by the submitter and moderators, and by nobody else', async () => {
  const of = { id: '2606.00001' }
  const body = { projectPage: 'https://heat.example/', githubRepo: null }
  expect((await post(links, body, tove, of)).status).toBe(403)
  expect(await (await post(links, body, mira, of)).json()).toEqual({})
  expect(await getPaper('2606.00001')).toMatchObject({ projectPage: 'https://heat.example/', codeUrl: null })
  expect((await post(links, { projectPage: null }, kenji, of)).status).toBe(200)
  expect((await post(links, { projectPage: 'javascript:1' }, kenji, of)).status).toBe(400)
  expect((await post(links, body, kenji, { id: '2606.99999' })).status).toBe(404)
})

test('a submission is taken back by its submitter, until somebody else has voted', async () => {
  const of = { id: '2606.00001' }
  expect((await post(takeBack, undefined, tove, of)).status).toBe(403)
  const eva = await createUser({ name: 'Eva' }, now)
  if (!eva.ok) throw new Error(eva.error)
  await castVote(authorityOf(eva.viewer).userId, '2606.00001', now)
  const kept = await post(takeBack, undefined, mira, of)
  expect([kept.status, (await kept.json()).error]).toEqual([409, 'Somebody else has voted for it, so it stays.'])
  const taken = await post(takeBack, undefined, kenji, { id: '2606.00004' })
  expect([taken.status, await taken.json()]).toEqual([200, { isGone: false }])
  expect(await getPaper('2606.00004')).toMatchObject({ listing: null, upvotes: 0 })
})

let networks = 0

async function join(name: string, role: Role = 'member'): Promise<string> {
  const made = await createUser({ name, role }, now)
  if (!made.ok) throw new Error(made.error)
  const { token } = await createToken(authorityOf(made.viewer).userId, { label: 'program', scope: 'write' }, now)
  return token
}

/** Each request comes from a network of its own, so that limits do not answer first. */
function post(handler: typeof submit, body: unknown, token = mira, params: Record<string, string> = {}) {
  networks++
  const headers = {
    'x-client-address': `10.0.0.${networks}`,
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  }
  const request = new Request(`${env.SITE_URL}/api/papers`, { method: 'POST', headers, body: JSON.stringify(body) })
  return handler(request, { params: Promise.resolve(params) })
}
