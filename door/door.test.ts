import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { door, refuse, seeOther } from '@/door'
import { env } from '@/env'
import { flashCookie, openFlash } from '@/lib/flash'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const body = z.object({
  comment: z.string({ error: 'Write something.' }).min(1, 'Write something.'),
  password: z.string().optional(),
})

let network = 0
type Sent = { method?: string; headers?: Record<string, string>; body?: string }
const ask = (handler: ReturnType<typeof door>, { method = 'POST', headers = {}, body }: Sent = {}, params = {}) =>
  handler(
    new Request(`${env.SITE_URL}/api/x`, {
      method,
      headers: { 'x-client-address': `192.0.2.${network}`, origin: env.SITE_URL, ...headers },
      body: body ?? null,
    }),
    { params: Promise.resolve(params) },
  )

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

test('a value is sent as JSON that nobody keeps', async () => {
  const route = door({ who: 'anyone', limit: 'read' }, () => ({ upvotes: 3 }))
  const response = await ask(route, { method: 'GET' })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ upvotes: 3 })
  expect(response.headers.get('cache-control')).toBe('private, no-store')
})

test('what does not fit is named field by field', async () => {
  const route = door({ who: 'anyone', limit: 'write', body }, () => ({}))
  const response = await ask(route, { headers: json, body: '{"comment":""}' })
  expect(response.status).toBe(400)
  expect(response.headers.get('x-error-message')).toBe('Write something.')
  expect(await response.json()).toEqual({ error: 'Write something.', fields: { comment: 'Write something.' } })
})

test('a query is read by its schema, and what does not fit is named with its parameter', async () => {
  const query = z.object({ limit: z.string().regex(/^\d$/, 'wants a digit').transform(Number).default(5) })
  const route = door({ who: 'anyone', limit: 'read', query }, ({ query }) => query)
  const asked = (search: string) =>
    route(new Request(`${env.SITE_URL}/api/x${search}`), { params: Promise.resolve({}) })
  expect(await (await asked('?limit=7&utm_source=x')).json()).toEqual({ limit: 7 })
  expect(await (await asked('?limit=')).json()).toEqual({ limit: 5 })
  const no = await asked('?limit=ten')
  expect([no.status, await no.json()]).toEqual([
    400,
    { error: 'limit wants a digit.', fields: { limit: 'wants a digit' } },
  ])
})

test('pages of other sites may read what is for all, and write with a token alone', async () => {
  const openTo = async (asked: Promise<Response>) => {
    const { headers } = await asked
    expect(headers.has('access-control-allow-credentials')).toBe(false)
    return headers.get('access-control-allow-origin')
  }
  const read = door({ who: 'anyone', limit: 'read' }, () => ({}))
  const write = door({ who: 'anyone', limit: 'write' }, () => ({}))
  const own = door({ who: 'member', scope: 'session', limit: 'read' }, () => ({}))
  const elsewhere = { origin: 'https://notebook.example' }
  expect(await openTo(ask(read, { method: 'GET', headers: elsewhere }))).toBe('*')
  expect(await openTo(ask(write, { headers: elsewhere }))).toBeNull()
  expect(await openTo(ask(write, { headers: { ...elsewhere, authorization: 'Bearer dp_unknown' } }))).toBe('*')
  expect(await openTo(ask(own, { method: 'GET', headers: elsewhere }))).toBeNull()
})

test('a token that is not known is refused, but one kept for Hugging Face reads as anybody does', async () => {
  const read = door({ who: 'anyone', limit: 'read' }, ({ viewer }) => ({ viewer }))
  const own = door({ who: 'member', limit: 'read' }, () => ({}))
  const write = door({ who: 'anyone', limit: 'write' }, () => ({}))
  const sent = (token: string) => ({ authorization: `Bearer ${token}` })
  expect((await ask(read, { method: 'GET', headers: sent('dp_unknown') })).status).toBe(401)
  const reading = await ask(read, { method: 'GET', headers: sent('hf_kept') })
  expect([reading.status, await reading.json()]).toEqual([200, { viewer: null }])
  expect((await ask(own, { method: 'GET', headers: sent('hf_kept') })).status).toBe(401)
  const writing = await ask(write, { headers: sent('hf_kept') })
  expect([writing.status, (await writing.json()).error]).toEqual([401, expect.stringContaining('not known here')])
})

test('a fault is said once with an id, and its cause is not sent', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const route = door({ who: 'anyone', limit: 'read' }, () => {
    throw new Error('The shelf fell down.', { cause: new Error('A screw was loose.') })
  })
  const response = await ask(route, { method: 'GET', headers: { 'x-request-id': 'request-of-tove' } })
  const lines = said.mock.calls.map(([line]) => String(line))
  said.mockRestore()
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ error: expect.stringContaining('quote request-'), id: 'request-of-tove' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/request-of-tove[\s\S]*The shelf fell down[\s\S]*A screw was loose/)
})

test('a refused form goes back to its page with what was typed and no password', async () => {
  const route = door(
    { who: 'anyone', limit: 'write', body, form: { back: '/talk?id=1#composer', done: '/talk' } },
    () => refuse(409, 'Too late.'),
  )
  const response = await ask(route, { headers: form, body: 'comment=Hello+there&password=secret+words' })
  expect(response.status).toBe(303)
  const location = response.headers.get('location') ?? ''
  const id = /^\/talk\?id=1&refused=(\w+)#trouble$/.exec(location)?.[1] ?? ''
  const cookie = response.headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
  expect(openFlash(new RegExp(`^${flashCookie}=([^;]*)`).exec(cookie)?.[1], id)).toEqual({
    id,
    part: 'composer',
    error: 'Too late.',
    fields: {},
    values: { comment: 'Hello there' },
  })
})

test('a refused form leads to its first field at fault', async () => {
  const wrong = (back: string) =>
    door({ who: 'anyone', limit: 'write', body, form: { back, done: '/talk' } }, () => ({}))
  const leadTo = async (back: string) =>
    (await ask(wrong(back), { headers: form, body: '' })).headers.get('location')?.replace(/=\w+/, '=x')
  expect(await leadTo('/talk#composer')).toBe('/talk?refused=x#composer-comment')
  expect(await leadTo('/signin')).toBe('/signin?refused=x#comment')
})

test('a form that is done goes on; a program that sends a form gets JSON', async () => {
  const route = door(
    { who: 'anyone', limit: 'write', body, form: { back: '/talk', done: ({ comment }) => `/said/${comment}` } },
    () => ({ fine: true }),
  )
  const done = await ask(route, { headers: form, body: 'comment=yes' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/said/yes'])
  const program = await ask(route, { headers: { ...form, accept: '*/*' }, body: 'comment=yes' })
  expect(await program.json()).toEqual({ fine: true })
})

test('a form of somebody signed out leads to signing in and back', async () => {
  const route = door({ who: 'member', limit: 'write', form: { back: '/settings#tokens', done: '/' } }, () =>
    seeOther('/x'),
  )
  const response = await ask(route, { headers: form, body: '' })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/signin?next=%2Fsettings%23tokens'])
})

test('[id] is a paper, or there is none', async () => {
  const route = door({ who: 'anyone', limit: 'read' }, ({ paperId }) => ({ paperId }))
  expect(await (await ask(route, { method: 'GET' }, { id: 'cs~9809007' })).json()).toEqual({ paperId: 'cs/9809007' })
  expect((await ask(route, { method: 'GET' }, { id: 'nonsense' })).status).toBe(404)
})

test('one network asks so often, then is told when to come back; another is not held to it', async () => {
  network = 77
  const route = door({ who: 'anyone', limit: 'signup' }, () => ({}))
  const statuses = []
  for (let n = 0; n < 41; n++) statuses.push((await ask(route)).status)
  expect(statuses.slice(0, 40)).toEqual(Array(40).fill(200))
  expect(statuses[40]).toBe(429)

  const response = await ask(route, { headers: { 'x-forwarded-for': '198.51.100.7' } })
  expect(response.status).toBe(429)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3500)
  expect(response.headers.get('ratelimit')).toMatch(/^"signup";r=0;t=\d+$/)
  expect(response.headers.get('ratelimit-policy')).toBe('"fixed window";"signup";q=40;w=3600')
  expect((await response.json()).error).toBe('Too many at once. Try again in 60 minutes.')

  network = 78
  expect((await ask(route)).status).toBe(200)
})

test('an account is tried so often, from however many networks; a success clears it', async () => {
  const route = door(
    { who: 'anyone', limit: 'signin', body, account: ({ comment }) => comment },
    async ({ body, forgive }) => (body.password ? await forgive() : refuse(401, 'No.')),
  )
  const tryAs = async (comment: string, password?: string) => {
    network++
    return (await ask(route, { headers: json, body: JSON.stringify({ comment, password }) })).status
  }
  for (let n = 0; n < 9; n++) expect(await tryAs('mira')).toBe(401)
  expect(await tryAs('mira', 'right')).toBe(200)
  for (let n = 0; n < 10; n++) expect(await tryAs('mira')).toBe(401)
  expect(await tryAs('mira')).toBe(429)
  expect(await tryAs('mira', 'right')).toBe(429)
  expect(await tryAs('tove')).toBe(401)
})
