import { afterAll, beforeEach, expect, test } from 'vitest'
import { openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings, { GITHUB_TOKEN: 'github-token' })
const { fetchStars } = await import('@/outside/github')
afterAll(() => services.close())
beforeEach(() => services.calm())

const patience = { timeout: 2_000, deadline: 4_000, retries: 1, backoff: 10, isPatient: false }
services.stars.set('mira/heat', 1_234)

test('the stars of a repository are counted, with the token', async () => {
  expect(await fetchStars('mira/heat', { patience })).toBe(1_234)
  expect(services.asked[0]?.headers).toMatchObject({
    authorization: 'Bearer github-token',
    accept: 'application/vnd.github+json',
  })
})

test('a repository that was moved is counted where it is now', async () => {
  services.next({ kind: 'redirect', to: '/repos/mira/heat' })
  expect(await fetchStars('mira/old', { patience })).toBe(1_234)
})

test('one that is gone has none', async () => {
  expect(await fetchStars('mira/gone', { patience })).toBeNull()
})

test.each([
  [451, 'dmca'],
  [403, 'tos'],
])('one that GitHub blocks with %d has none', async (status, reason) => {
  const body = JSON.stringify({ message: 'Repository access blocked', block: { reason } })
  services.next({ kind: 'status', status, body })
  expect(await fetchStars('mira/blocked', { patience })).toBeNull()
})

test.each(['{"message":"Resource protected by organization SAML enforcement."}', '<h1>Forbidden</h1>'])(
  'what is forbidden without a block may be there, and is not asked for again: %s',
  async (body) => {
    services.next({ kind: 'status', status: 403, body })
    await expect(fetchStars('mira/heat', { patience })).rejects.toMatchObject({ kind: 'broken' })
    expect(services.asked).toHaveLength(1)
  },
)

test('a token that GitHub does not know is no reason to think that the code is gone', async () => {
  services.next({ kind: 'status', status: 401, body: '{"message":"Bad credentials"}' })
  await expect(fetchStars('mira/heat', { patience })).rejects.toMatchObject({ kind: 'broken', service: 'GitHub' })
})

test.each(['{"stargazers_count":"many"}', '{"stargazers_count":-1}', '[]', ''])('%j is no number', async (body) => {
  const trouble = { kind: 'status', status: 200, body } as const
  services.next(trouble, trouble)
  await expect(fetchStars('mira/heat', { patience })).rejects.toMatchObject({ kind: 'broken' })
})

test('a token that has asked too often waits until GitHub says, and asks nothing before', async () => {
  const reset = Math.ceil(Date.now() / 1_000) + 1_800
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
  services.next({ kind: 'status', status: 403, headers, body: '{"message":"API rate limit exceeded"}' })
  const fault = await fetchStars('mira/heat', { patience }).catch((error: unknown) => error)
  expect(fault).toMatchObject({ kind: 'busy', retryAfter: expect.closeTo(1_800, -1) })
  await expect(fetchStars('mira/heat', { patience })).rejects.toMatchObject({ kind: 'busy' })
  expect(services.asked).toHaveLength(1)
})
