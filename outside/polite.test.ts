import { afterAll, beforeEach, expect, test } from 'vitest'
import { pruneAnswers } from '@/db/outside-answers'
import { turnFreeAt } from '@/db/paces'
import { type Asked, ask, forPerson, type Outside, type Patience, type Service } from '@/outside/polite'
import { openStandIn, type Trouble } from '@/testing/stand-in'

const standIn = await openStandIn((url) =>
  url.pathname === '/missing' ? null : { type: 'application/json', body: JSON.stringify({ said: 'café', more: '…' }) },
)
const other = await openStandIn(() => ({ type: 'application/json', body: '{"said":"somebody else"}' }))
afterAll(() => {
  standIn.close()
  other.close()
})

const quick: Patience = { timeout: 2_000, deadline: 4_000, retries: 2, backoff: 10, isPatient: false }
let turns = 0
let service: Service

beforeEach(() => {
  standIn.calm()
  service = { name: 'The service', turn: `${++turns}.example`, pace: 0 }
})

const read = (text: string) => (JSON.parse(text) as { said: string }).said

function get(path = '/', more: Partial<Asked<string>> = {}) {
  return ask(`${standIn.url}${path}`, { service, patience: quick, read, ...more })
}

test('a request says who asks and where they are to be reached', async () => {
  expect(await get()).toBe('café')
  expect(standIn.asked[0]?.headers['user-agent']).toMatch(
    /^daily-papers\/\d+\.\d+\.\d+ \(Daily Papers; http:\/\/localhost:3000\)$/,
  )
})

test.each<[string, Trouble, string]>([
  ['hangs up', { kind: 'hang up' }, 'down'],
  ['fails', { kind: 'status', status: 500 }, 'down'],
  ['is overloaded and does not say until when', { kind: 'status', status: 503 }, 'down'],
  ['is cut in the middle', { kind: 'cut' }, 'broken'],
  ['ends in the middle', { kind: 'half' }, 'broken'],
  ['is empty', { kind: 'empty' }, 'broken'],
  ['is HTML', { kind: 'html' }, 'broken'],
  ['is not in the encoding that it names', { kind: 'wrong encoding' }, 'broken'],
  ['sends on to nowhere', { kind: 'redirect', to: 'http://[' }, 'broken'],
  ['sends on to another scheme', { kind: 'redirect', to: 'file:///etc/passwd' }, 'broken'],
])('an answer that %s is asked for again, twice', async (_, trouble, kind) => {
  standIn.next(trouble, trouble)
  expect(await get()).toBe('café')
  expect(standIn.asked).toHaveLength(3)
  standIn.next(trouble, trouble, trouble)
  await expect(get()).rejects.toMatchObject({ name: 'Outside', kind, service: 'The service' })
})

test('nobody waits for an answer that does not come, nor for one that does not end', async () => {
  const patience = { ...quick, timeout: 100, retries: 0 }
  const began = performance.now()
  standIn.next({ kind: 'slow', ms: 3_000 }, { kind: 'slow body', ms: 3_000 }, { kind: 'without end' })
  await expect(get('/', { patience })).rejects.toMatchObject({ kind: 'slow' })
  await expect(get('/', { patience })).rejects.toMatchObject({ kind: 'slow' })
  await expect(get('/', { patience: { ...patience, timeout: 10_000 } })).rejects.toMatchObject({ kind: 'broken' })
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('with retries, a person still waits no longer than the deadline', async () => {
  standIn.next(...Array.from({ length: 5 }, () => ({ kind: 'slow', ms: 3_000 }) as const))
  const began = performance.now()
  const patience = { ...quick, timeout: 300, deadline: 700, retries: 9 }
  await expect(get('/', { patience })).rejects.toMatchObject({ kind: 'slow' })
  expect(performance.now() - began).toBeLessThan(1_500)
  expect(forPerson.deadline).toBeLessThanOrEqual(15_000)
})

test('what is not there is not asked for twice', async () => {
  await expect(get('/missing')).rejects.toMatchObject({ kind: 'missing', message: 'The service has no such paper.' })
  expect(standIn.asked).toHaveLength(1)
})

test('an answer in another encoding is read as it says', async () => {
  standIn.next({ kind: 'latin1' })
  expect(await ask(`${standIn.url}/`, { service, patience: quick, read: (text) => text })).toContain('caf')
})

test('one request at a time, and a pause after each answer', async () => {
  service.pace = 150
  standIn.next({ kind: 'slow', ms: 100 }, null, { kind: 'slow', ms: 50 })
  await Promise.all([get('/1'), get('/2'), get('/3')])
  const [first, second, third] = standIn.asked
  if (!first?.endedAt || !second?.endedAt || !third) throw new Error('Not asked')
  // The clocks of both sides are the same; a timer may be a millisecond early.
  expect(second.startedAt - first.endedAt).toBeGreaterThanOrEqual(145)
  expect(third.startedAt - second.endedAt).toBeGreaterThanOrEqual(145)
})

test('a person goes before a job that waits as well', async () => {
  service.pace = 300
  await get('/0')
  const job = get('/job', { patience: { ...quick, isPatient: true } })
  const person = get('/person')
  await Promise.all([job, person])
  expect(standIn.asked.map(({ url }) => url.pathname)).toEqual(['/0', '/person', '/job'])
})

test('when the service says when to come again, nobody asks before', async () => {
  standIn.next({ kind: 'status', status: 503, headers: { 'Retry-After': '1' } })
  const began = Date.now()
  expect(await get()).toBe('café')
  expect((standIn.asked[1]?.startedAt ?? 0) - began).toBeGreaterThanOrEqual(995)

  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString()
  standIn.next({ kind: 'status', status: 429, headers: { 'Retry-After': inAnHour } })
  const fault = await get().catch((error: unknown) => error)
  expect(fault).toMatchObject({ kind: 'busy', message: 'The service is busy.' })
  expect((fault as Outside).retryAfter).toBeGreaterThan(3_500)
  standIn.asked.length = 0
  await expect(get()).rejects.toMatchObject({ kind: 'busy', retryAfter: expect.closeTo(3_600, -2) })
  expect(standIn.asked).toHaveLength(0)
})

test.each([
  ['1800.5', 1_801],
  ['-5', null],
  ['2026-06-02', null],
])('a Retry-After of %s is read as everywhere', async (after, seconds) => {
  const patience = { ...quick, retries: 0 }
  standIn.next({ kind: 'status', status: 429, headers: { 'Retry-After': after } })
  await expect(get('/', { patience })).rejects.toMatchObject({ kind: 'busy', retryAfter: seconds })
})

test('a turn that was never given back runs out by itself', async () => {
  const { takeTurn } = await import('@/db/paces')
  expect(await takeTurn(service.turn, { freeSince: Date.now(), until: Date.now() + 300 })).toBe(true)
  expect(await takeTurn(service.turn, { freeSince: Date.now(), until: Date.now() + 300 })).toBe(false)
  expect(await get()).toBe('café')
  expect(await turnFreeAt(service.turn)).toBeLessThanOrEqual(Date.now())
})

test('the service may send on to itself, and to hosts that are known to be its own, without its keys', async () => {
  standIn.next({ kind: 'redirect', to: '/elsewhere' })
  expect(await get('/', { headers: { Authorization: 'Bearer key' } })).toBe('café')
  expect(standIn.asked.map(({ url }) => url.pathname)).toEqual(['/', '/elsewhere'])
  expect(standIn.asked[1]?.headers.authorization).toBe('Bearer key')

  const patience = { ...quick, retries: 0 }
  standIn.next({ kind: 'redirect', to: other.url })
  await expect(get('/', { patience })).rejects.toMatchObject({ kind: 'broken' })
  expect(other.asked).toHaveLength(0)
  standIn.next(...Array.from({ length: 5 }, () => ({ kind: 'redirect', to: '/again' }) as const))
  await expect(get('/', { patience })).rejects.toMatchObject({ kind: 'broken' })
})

test('an answer is kept for a while, and only one that could be read', async () => {
  standIn.next({ kind: 'html' })
  expect(await get('/kept', { keep: 60_000 })).toBe('café')
  expect(standIn.asked).toHaveLength(2)
  expect(await get('/kept', { keep: 60_000 })).toBe('café')
  expect(await get('/other', { keep: 60_000 })).toBe('café')
  expect(standIn.asked).toHaveLength(3)
  await pruneAnswers(Date.now() + 59_000)
  await get('/kept', { keep: 60_000 })
  expect(standIn.asked).toHaveLength(3)
  await pruneAnswers(Date.now() + 61_000)
  await get('/kept', { keep: 60_000 })
  expect(standIn.asked).toHaveLength(4)
})

test('who stops waiting is told nothing of the service', async () => {
  const stop = new AbortController()
  standIn.next({ kind: 'slow', ms: 3_000 })
  const asking = get('/', { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('stopped')), 50)
  await expect(asking).rejects.toThrow('stopped')
  await expect(get('/', { signal: stop.signal })).rejects.toThrow('stopped')
})

test('a service that is not there at all is down', async () => {
  const gone = await openStandIn(() => null)
  gone.close()
  const asked = { service, patience: quick, read }
  await expect(ask(`${gone.url}/`, asked)).rejects.toMatchObject({
    kind: 'down',
    message: 'The service cannot be reached.',
  })
})
