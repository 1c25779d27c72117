import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Role } from '@/db/types'
import { authorityOf, type UserId } from '@/lib/authority'
import type { Answer, Operation } from '@/lib/openapi'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'
import { startMailServer } from '@/testing/mail-server'

/*
 * Calls every route that the description of the API tells of, and holds each answer against it, refusals included:
 * what is answered and not described, or described and not answered so, fails here.
 */

const services = await openServices()
const post = await startMailServer()
Object.assign(process.env, services.settings, {
  AUTH_SECRET: 'a secret of the tests, long enough to sign with',
  SMTP_URL: post.url,
  WEBHOOK_ALLOW: '127.0.0.1',
})
// Of Next's requests there is none here: nobody brings a cookie.
vi.mock('next/headers', () => ({ cookies: async () => new Map() }))
// All that reads the settings comes after them.
const { env } = await import('@/env')
const { routeModules } = await import('@/app/api/all-routes')
const { readApi } = await import('@/app/api/read-api')
const { confirmEmail, createConfirmToken } = await import('@/db/emails')
const { db } = await import('@/db/client')
const { importRows } = await import('@/db/import')
const { ensureJobs } = await import('@/db/jobs')
const { upsertFound } = await import('@/db/pool')
const { deliveries, subscriptions } = await import('@/db/schema')
const { updatePrivacy } = await import('@/db/settings')
const { createToken } = await import('@/db/tokens')
const { createUser } = await import('@/db/users')
const { readRow } = await import('@/lib/import-row')
const { linkToken } = await import('@/lib/subscription-token')
const { arxiv } = await import('@/outside/arxiv')

arxiv.pace = 0
const receiver = createServer((_request, response) => response.end('thanks'))
const described: Described = JSON.parse(JSON.stringify(readApi()))
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(described, 'api')

const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
)
/** Of each operation, the kinds of answers that were seen. */
const seen = { good: new Set<string>(), refused: new Set<string>() }

type Described = {
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, Answer> }
}
type Name = 'mira' | 'tove' | 'vera' | 'noor'
type Asked = { as?: Name | 'stranger'; query?: string; body?: unknown; text?: string } & Record<string, unknown>

const people = {} as Record<Name, { token: string; userId: UserId }>
const paper = '2606.00001'
const patience = { timeout: 10_000 } // letters come after the answer
let networks = 0

beforeAll(async () => {
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  for (const [name, role] of [['mira'], ['tove'], ['vera', 'moderator'], ['noor', 'admin']] as [Name, Role?][]) {
    const made = await createUser({ name, role: role ?? 'member' }, Date.now())
    if (!made.ok) throw new Error(made.error)
    const { userId } = authorityOf(made.viewer)
    const { token } = await createToken(userId, { label: 'notebook', scope: 'write' }, Date.now())
    people[name] = { token, userId }
  }
  const facts = { title: 'Heat of $k$-trees', summary: 'We count votes.', publishedAt: '2026-05-01', upvotes: 3 }
  const full = {
    authors: [{ name: 'Ana Reyes', user: 'ana', fullname: 'Ana R.', status: 'claimed_verified' }],
    projectPage: 'https://lab.example/heat',
    githubRepo: 'https://github.com/lab/heat',
    mediaUrls: ['https://lab.example/heat.png'],
    ai_summary: 'Votes fade.',
    ai_keywords: ['heat'],
    organization: { name: 'lab', fullname: 'The Lab' },
  }
  const rows = [paper, '2606.00002', 'cs/9809007'].map((id, i) => {
    const own = i === 0 ? { ...facts, ...full } : { ...facts, authors: [{ name: 'Bo Ek' }] }
    const read = readRow({ day: '2026-06-02', numComments: 2, paper: { id, ...own }, submittedBy: { name: 'ana' } })
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.row
  })
  await importRows(rows, Date.now())
  await upsertFound([announced(1, 'Heat'), announced(2, 'Heat')], Date.UTC(2026, 5, 3))
  await upsertFound([announced(1, 'Heat, revised', 2)], Date.UTC(2026, 5, 4))
  for (const n of [1, 2, 3]) services.arxiv.push(arxivPaper({ id: `2607.0000${n}`, datestamp: '2026-07-02' }))
})
afterAll(async () => {
  receiver.close()
  await Promise.all([services.close(), post.close()])
})

test('there is something to call', () => {
  expect(operations.length).toBeGreaterThan(60)
})

test('lists of papers', async () => {
  for (const query of ['', 'date=2026-06-02&limit=1', 'week=2026-W23&sort=top', 'month=2026-06&sort=trending', 'p=9'])
    await good('GET /api/daily_papers', { query })
  const first = await good('GET /api/daily_papers', { query: 'date=2026-06-02&limit=1&sort=newest' })
  expect(first.headers.get('link')).toContain('sort=newest&p=1>; rel="next"')
  expect((await good('GET /api/papers', { query: 'limit=2' })).headers.get('link')).toContain('cursor=')
  expect((await good('GET /api/new', { query: 'limit=1' })).headers.get('link')).toContain('p=2>')
  expect((await good('GET /api/new', { query: 'category=cs.LG&date=2026-06-03' })).body).toHaveLength(2)
  expect((await good('GET /api/days', { query: 'month=2026-06' })).body).toEqual([{ day: '2026-06-02', papers: 3 }])
  await good('GET /api/papers/search', { query: 'q=heat' })
  await good('GET /api/papers/suggest', { query: 'q=heat' })
})

test('a paper, its votes and its versions', async () => {
  await good('GET /api/papers/{id}', { id: paper })
  await good('GET /api/papers/{id}', { id: 'cs~9809007' })
  await good('GET /api/papers/{id}/similar', { id: paper })
  const { body } = await good('GET /api/papers/{id}/revisions', { id: '2606.01001' })
  expect(body).toMatchObject([{ version: 2, changed: ['title'] }])
  await good('PUT /api/papers/{id}/vote', { as: 'mira', id: paper })
  await good('GET /api/papers/{id}/votes/history', { id: paper })
  await good('DELETE /api/papers/{id}/vote', { as: 'mira', id: paper })
  await good('POST /api/papers/{id}/links', { as: 'vera', id: paper, body: { githubRepo: null } })
  await good('GET /api/viewer', { as: 'mira', query: `ids=${paper}` })
  await good('GET /api/viewer')
})

test('submissions', async () => {
  await good('POST /api/papers/lookup', { as: 'mira', body: { paperId: '2607.00001' } })
  await good('POST /api/papers/index', { as: 'mira', body: { arxivId: '2607.00002' } })
  const body = { paperId: '2607.00001', comment: 'Two minutes.' }
  const sent = await good('POST /api/papers/submit', { as: 'mira', body })
  expect(sent.headers.get('location')).toBe('/papers/2607.00001')
  await good('POST /api/papers/lookup', { as: 'mira', body: { paperId: '2607.00001' } })
  await refused(409, 'POST /api/papers/submit', { as: 'tove', body: { paperId: '2607.00001' } })
  await refused(403, 'DELETE /api/papers/{id}/submission', { as: 'tove', id: '2607.00001' })
  await good('DELETE /api/papers/{id}/submission', { as: 'mira', id: '2607.00001' })
})

test('comments, and what moderators do', async () => {
  await good('POST /api/comments/preview', { as: 'mira', body: { comment: '*yes*' } })
  const made = await good('POST /api/papers/{id}/comment', { as: 'mira', id: paper, body: { comment: 'Yes.' } })
  const commentId = made.body.id
  const which = { id: paper, commentId }
  await good('POST /api/papers/{id}/comment/{commentId}/reply', { as: 'tove', ...which, body: { comment: 'No.' } })
  await good('PATCH /api/papers/{id}/comment/{commentId}', { as: 'mira', ...which, body: { comment: 'Well.' } })
  await refused(403, 'PATCH /api/papers/{id}/comment/{commentId}', { as: 'tove', ...which, body: { comment: 'x' } })
  expect((await good('GET /api/comments', { query: 'limit=1' })).headers.get('link')).toContain('cursor=')
  await good('PUT /api/moderation/comments/{commentId}', { as: 'vera', commentId, body: { reason: 'Off topic.' } })
  await good('GET /api/papers/{id}/comments', { id: paper })
  await good('DELETE /api/moderation/comments/{commentId}', { as: 'vera', commentId })
  await good('DELETE /api/papers/{id}/comment/{commentId}', { as: 'mira', ...which })
  await good('PUT /api/moderation/papers/{id}', { as: 'vera', id: '2606.00002', body: { reason: 'Twice here.' } })
  await good('DELETE /api/moderation/papers/{id}', { as: 'vera', id: '2606.00002' })
  const log = await good('GET /api/moderation', { query: 'limit=2' })
  expect(log.body).toMatchObject([{ kind: 'relisted' }, { kind: 'unlisted' }])
  const [, next = ''] = /cursor=(\d+)/.exec(log.headers.get('link') ?? '') ?? []
  expect((await good('GET /api/moderation', { query: `cursor=${next}` })).body).toMatchObject([
    { kind: 'unhidden' },
    { kind: 'hidden' },
  ])
})

test('people', async () => {
  await good('GET /api/whoami-v2', { as: 'mira' })
  await good('PUT /api/papers/{id}/vote', { as: 'mira', id: 'cs~9809007' })
  await good('GET /api/users/{name}/papers', { name: 'mira', query: 'p=1&limit=2' })
  await good('GET /api/users/{name}/comments', { name: 'tove' })
  expect((await good('GET /api/users/{name}/votes', { name: 'mira' })).body).toMatchObject([{ id: 'cs/9809007' }])
  expect((await good('GET /api/users/{name}', { name: 'Mira' })).body).toMatchObject({ counts: { votes: 1 } })
  await updatePrivacy(people.mira.userId, false, Date.now())
  await refused(404, 'GET /api/users/{name}/votes', { name: 'mira' })
  expect((await good('GET /api/users/{name}', { name: 'Mira' })).body).toMatchObject({ counts: { votes: null } })
})

test('lists, follows and saved searches', async () => {
  const made = await good('POST /api/lists', { as: 'mira', body: { name: 'Heat', isPublic: true, paper } })
  const listId = made.body.id
  await good('PUT /api/lists/{listId}/papers/{id}', { as: 'mira', listId: 'default', id: 'cs~9809007' })
  await good('PATCH /api/lists/{listId}/papers/{id}', { as: 'mira', listId, id: paper, body: { note: 'Read it.' } })
  await good('PATCH /api/lists/{listId}/papers/{id}', { as: 'mira', listId, id: '2606.00002', body: { saved: true } })
  await good('GET /api/lists', { as: 'mira' })
  await good('GET /api/lists', { as: 'mira', query: `paper=${paper}` })
  await good('GET /api/lists/{listId}', { as: 'mira', listId })
  await good('GET /api/lists/{listId}', { listId })
  await good('PATCH /api/lists/{listId}', { as: 'mira', listId, body: { about: 'What fades.' } })
  const shared = await good('GET /api/users/{name}/lists', { name: 'mira' })
  expect(shared.body).toMatchObject([{ id: listId, name: 'Heat', about: 'What fades.', papers: 3 }])
  expect(shared.body[0].url).toMatch(new RegExp(`^http.*/list/${listId}$`))
  await refused(404, 'GET /api/users/{name}/lists', { name: 'nobody' })
  await good('PUT /api/moderation/lists/{listId}', { as: 'vera', listId, body: { reason: 'An advertisement.' } })
  expect((await good('GET /api/users/{name}/lists', { name: 'mira' })).body).toEqual([])
  await refused(404, 'GET /api/lists/{listId}', { listId })
  await refused(409, 'PATCH /api/lists/{listId}', { as: 'mira', listId, body: { isPublic: true } })
  expect((await good('GET /api/moderation', { query: 'limit=1' })).body).toMatchObject([
    { kind: 'closed', by: 'vera', list: { id: listId, owner: 'mira' }, reason: 'An advertisement.', stands: true },
  ])
  await good('DELETE /api/moderation/lists/{listId}', { as: 'vera', listId })
  await good('PATCH /api/lists/{listId}', { as: 'mira', listId, body: { isPublic: true } })
  await refused(404, 'PUT /api/moderation/lists/{listId}', { as: 'vera', listId: 'none', body: { reason: 'Spam.' } })
  await good('DELETE /api/lists/{listId}/papers/{id}', { as: 'mira', listId, id: paper })
  await good('DELETE /api/lists/{listId}', { as: 'mira', listId })
  const other = await good('POST /api/lists', { as: 'mira', body: { name: 'Cold' } })
  await good('POST /api/lists/{listId}/delete', { as: 'mira', listId: other.body.id, body: { sure: 'yes' } })

  await good('POST /api/follows', { as: 'mira', body: { kind: 'keyword', value: 'trees' } })
  await good('GET /api/follows', { as: 'mira' })
  await good('GET /api/following', { as: 'mira', query: 'sort=top&limit=1' })
  await good('DELETE /api/follows', { as: 'mira', body: { kind: 'keyword', value: 'trees' } })

  const search = await good('POST /api/searches', { as: 'mira', body: { q: 'heat' } })
  const searchId = search.body.id
  await good('GET /api/searches', { as: 'mira' })
  await good('GET /api/searches/{searchId}', { as: 'mira', searchId })
  await good('PATCH /api/searches/{searchId}', { as: 'mira', searchId, body: { name: 'Warm' } })
  await good('DELETE /api/searches/{searchId}', { as: 'mira', searchId })
  const again = await good('POST /api/searches', { as: 'mira', body: { q: 'heat' } })
  await good('POST /api/searches/{searchId}/delete', { as: 'mira', searchId: again.body.id })
})

test('letters', async () => {
  const email = 'ida@lab.example'
  await good('POST /api/subscriptions', { body: { email, papers: 5 } })
  const [row] = await vi.waitFor(async () => {
    const rows = await db.select().from(subscriptions)
    if (rows.length === 0) throw new Error('Nobody yet.')
    return rows
  }, patience)
  if (!row) throw new Error('Nobody yet.')
  await vi.waitFor(() => expect(post.letters).toHaveLength(1), patience)
  const [, token = ''] = /\/subscription\/confirm\?token=([\w.-]+)/.exec(post.letters[0]?.text ?? '') ?? []
  await good('POST /api/subscriptions/confirm', { body: { token } })
  const [reader = row] = await db.select().from(subscriptions)
  const change = linkToken(row.id, reader.secret, 'change')
  await good('POST /api/subscriptions/change', { body: { token: change, frequency: 'weekly' } })
  await confirmEmail(await createConfirmToken(people.tove.userId, email, Date.now()), people.tove.userId, Date.now())
  await good('GET /api/subscriptions', { as: 'tove' })
  await refused(404, 'GET /api/subscriptions', { as: 'mira' })
  const leave = linkToken(row.id, reader.leaveSecret ?? reader.secret, 'leave')
  await good('GET /api/subscriptions/leave', { query: `token=${leave}` })
  await good('POST /api/subscriptions/leave', { body: { token: leave } })
  await good('POST /api/subscriptions/preview', { body: { frequency: 'weekly', categories: ['cs.LG'] } })
  await good('GET /api/digest/{issue}', { issue: '2026-06-02' })
  await good('GET /api/digest/{issue}', { issue: '2026-W23' })
})

test.each(['/api/webhooks', '/api/moderation/webhooks'])('%s', async (base) => {
  const as = base === '/api/webhooks' ? 'mira' : 'vera'
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`
  const body = { kind: 'standard', label: 'Lab', url, events: ['day.closed'] }
  const made = await good(`POST ${base}`, { as, body })
  const webhookId = made.body.id
  await good(`GET ${base}`, { as })
  await good(`POST ${base}/{webhookId}/test`, { as, webhookId })
  await good(`PUT ${base}/{webhookId}`, { as, webhookId, body: { label: 'Group', events: ['paper.votes'] } })
  await good(`POST ${base}/{webhookId}/secret`, { as, webhookId })
  const message = {
    id: `message-of-${as}`,
    webhookId,
    event: 'day.closed',
    about: 'day.closed:2026-06-02',
    payload: { type: 'day.closed' },
  }
  const now = Date.now()
  await db.insert(deliveries).values({ ...message, state: 'failed', attempts: 1, nextAt: now, createdAt: now })
  const which = { as, webhookId, deliveryId: message.id } as const
  await good(`POST ${base}/{webhookId}/deliveries/{deliveryId}/retry`, which)
  await good(`GET ${base}/{webhookId}`, { as, webhookId })
  await good(`POST ${base}/{webhookId}/switch`, { as, webhookId, body: { isOn: false } })
  await good(`DELETE ${base}/{webhookId}`, { as, webhookId })
  const other = await good(`POST ${base}`, { as, body: { ...body, kind: 'slack' } })
  await good(`POST ${base}/{webhookId}/delete`, { as, webhookId: other.body.id })
})

test('the site', async () => {
  await good('GET /api/health')
  await good('GET /api/openapi.json')
  await good('GET /api/admin', { as: 'noor' })
  await ensureJobs(['clean-up'], Date.now() + 1_000_000)
  await good('GET /api/admin/jobs', { as: 'noor' })
  await good('POST /api/admin/jobs/{name}/run', { as: 'noor', name: 'clean-up' })
  const [row] = await db.select().from(subscriptions)
  await db.update(subscriptions).set({ state: 'refused', refusals: 3 })
  await good('POST /api/admin/addresses/{addressId}/release', { as: 'noor', addressId: row?.id })
})

test.each(operations)('$name refuses as it says', async ({ name, operation }) => {
  await refused(401, name, { as: 'stranger' })
  const as = 'noor'
  if (operation.requestBody) await refused(400, name, { as, text: '{"half":' })
  if (operation.requestBody) await refused(413, name, { as, text: 'x'.repeat(1_000_001) })
  if (operation.parameters.some(({ name }) => name === 'p')) await refused(400, name, { as, query: 'p=-1' })
  if (operation.parameters.some(({ name }) => name === 'limit')) await refused(400, name, { as, query: 'limit=0' })
  if (operation.parameters.some(({ name }) => name === 'cursor')) await refused(400, name, { as, query: 'cursor=x' })
})

test('every operation was seen to succeed and to refuse', () => {
  const names = operations.map(({ name }) => name).sort()
  expect([...seen.good].sort()).toEqual(names)
  expect([...seen.refused].sort()).toEqual(names)
})

/** Calls an operation, and finds its answer good and as it is described. */
async function good(name: string, asked: Asked = {}) {
  const got = await call(name, asked)
  expect(got.status, `${name} ${JSON.stringify(got.body)}`).toBeLessThan(400)
  seen.good.add(name)
  return got
}

async function refused(status: number, name: string, asked: Asked) {
  const got = await call(name, asked)
  expect(got.status, `${name} ${JSON.stringify(got.body)}`).toBe(status)
  expect(got.headers.get('x-error-message')).toMatch(/\S/)
  seen.refused.add(name)
}

async function call(name: string, { as, query = '', body, text, ...params }: Asked) {
  const [method = '', path = ''] = name.split(' ')
  const operation = described.paths[path]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${name} is not described.`)
  const sent = text ?? (body === undefined ? null : JSON.stringify(body))
  if (text === undefined) checkAsked(operation, { body, query, params })
  const handler = routeModules[path]?.[method] as (request: Request, context: object) => Promise<Response>
  const token = as === 'stranger' ? 'dp_unknown' : as && people[as].token
  networks++
  const headers = {
    'x-client-address': `10.0.${networks >> 8}.${networks & 255}`,
    ...(sent !== null && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const request = new Request(`${env.SITE_URL}${path}?${query}`, { method, headers, body: sent })
  const given = Object.fromEntries(
    operation.parameters.filter((one) => one.in === 'path').map(({ name }) => [name, paper]),
  )
  const response = await handler(request, { params: Promise.resolve({ ...given, ...params }) })
  const answer = await response.text()
  const value = answer === '' ? undefined : JSON.parse(answer)
  checkAnswer(name, operation, response.status, value)
  return { status: response.status, headers: response.headers, body: value }
}

/** The test itself sends what the description says that can be sent. */
function checkAsked(operation: Operation, { body, query, params }: { body: unknown; query: string; params: object }) {
  if (body !== undefined) {
    const schema = operation.requestBody?.content['application/json'].schema
    expect(schema, 'a body is described').toBeDefined()
    expect(ajv.validate({ ...schema }, body), ajv.errorsText()).toBe(true)
  }
  const known = operation.parameters.map(({ name }) => name)
  for (const name of [...new URLSearchParams(query).keys(), ...Object.keys(params)]) expect(known).toContain(name)
}

function checkAnswer(name: string, operation: Operation, status: number, value: unknown) {
  const told = operation.responses[status]
  if (!told) throw new Error(`${name} answered ${status}, which is not described: ${JSON.stringify(value)}`)
  const answer = '$ref' in told ? described.components.responses[told.$ref.split('/').at(-1) ?? ''] : told
  const schema = answer?.content?.['application/json'].schema
  if (!schema) return expect(value).toBeUndefined()
  const isSo = ajv.validate(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')), value)
  expect(isSo, `${name} ${status}: ${ajv.errorsText()}\n${JSON.stringify(value)}`).toBe(true)
}

function announced(n: number, title: string, version = 1) {
  return {
    id: `2606.0100${n}`,
    source: 'arxiv' as const,
    title,
    abstract: 'We count.',
    authors: [{ name: 'Mira Sol' }],
    categories: ['cs.LG'],
    publishedAt: Date.UTC(2026, 5, 1, n),
    updatedAt: Date.UTC(2026, 5, version, n),
    version,
    doi: null,
    note: null,
    sourceUrl: null,
    isWithdrawn: false,
    announcedDay: '2026-06-03',
  }
}
