import { createServer, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillHandler, pastTheCache } from '@/server/front'
import { get, listen } from '@/testing/fake-next'

const asked: IncomingMessage[] = []
let written = 0
let port: number
const next = async (request: IncomingMessage, response: import('node:http').ServerResponse) => {
  asked.push(request)
  if (request.url === '/broken') throw new Error('broken')
  response.end('ok')
}
const onWrite = () => {
  written += 1
}
const past = createServer(pastTheCache(next, { dev: false, onWrite }))
const inner = createServer(fillHandler(next, 'secret'))

beforeEach(async () => {
  asked.length = 0
  written = 0
  port = await listen(past)
})

afterEach(() => {
  past.close()
  inner.close()
})

test('each personal page has a nonce of its own, and Next is told the same', async () => {
  const pages = [await get(port, '/settings'), await get(port, '/settings')]
  const policies = pages.map(({ headers }) => String(headers['content-security-policy']))
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}';/)
  expect(policies[0]).not.toBe(policies[1])
  expect(asked.map(({ headers }) => headers['content-security-policy'])).toEqual(policies)
  expect(pages[0]?.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
})

test('nobody chooses their own nonce or address', async () => {
  const forged = {
    'content-security-policy': "script-src 'nonce-chosen'",
    'content-security-policy-report-only': "script-src 'nonce-chosen'",
    'x-client-address': '203.0.113.9',
  }
  await get(port, '/settings', forged)
  expect(JSON.stringify(asked[0]?.headers)).not.toContain('chosen')
  expect(asked[0]?.headers['x-client-address']).toBe('127.0.0.1')
})

test('a write is noticed once it is answered, a read is not', async () => {
  await get(port, '/api/papers/2308.10087')
  expect(written).toBe(0)
  await get(port, '/api/papers/2308.10087/vote', {}, 'PUT')
  expect(written).toBe(1)
})

test('a page of another site that asks before it asks is told what it may send, without cookies', async () => {
  const asks = { origin: 'https://notebook.example', 'access-control-request-method': 'PUT' }
  const { headers } = await get(port, '/api/papers/2308.10087/vote', asks, 'OPTIONS')
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['access-control-allow-methods']).toContain('PUT')
  expect(headers['access-control-allow-headers']).toContain('Authorization')
  expect(headers).not.toHaveProperty('access-control-allow-credentials')
  expect((await get(port, '/settings', asks, 'OPTIONS')).headers).not.toHaveProperty('access-control-allow-origin')
})

test('a method that an address of the API does not have is answered in words, with those that it has', async () => {
  const refusing = createServer(
    pastTheCache(
      async (_, response) => {
        response.statusCode = 405
        response.end()
      },
      { dev: false, onWrite, allowOf: async (path) => (path === '/api/health' ? 'GET, HEAD, OPTIONS' : null) },
    ),
  )
  const refusingPort = await listen(refusing)
  const got = await get(refusingPort, '/api/health', {}, 'DELETE')
  expect([got.status, got.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect(JSON.parse(got.text)).toEqual({ error: 'There is no DELETE here, but GET, HEAD, OPTIONS.' })
  expect(got.headers['x-error-message']).toContain('DELETE')
  const page = await get(refusingPort, '/settings', {}, 'DELETE')
  expect([page.status, page.text]).toEqual([405, ''])
  refusing.close()
})

test('an address with a version leads to the paper', async () => {
  const got = await get(port, '/papers/2308.10087v3?utm_source=x')
  expect([got.status, got.headers.location, asked.length]).toEqual([308, '/papers/2308.10087', 0])
})

test('the inner listener answers only who knows the secret', async () => {
  const innerPort = await listen(inner)
  expect((await get(innerPort, '/')).status).toBe(404)
  expect((await get(innerPort, '/', { 'x-fill-secret': 'secret' })).text).toBe('ok')
  expect(asked[0]?.headers).not.toHaveProperty('x-fill-secret')
})
