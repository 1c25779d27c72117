import { beforeAll, expect, test, vi } from 'vitest'
import { DELETE, PUT } from '@/app/api/papers/[id]/vote/route'
import { GET as getHistory } from '@/app/api/papers/[id]/votes/history/route'
import { importRows } from '@/db/import'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const now = Date.now()
const tokens = { write: '', read: '' }

beforeAll(async () => {
  const paper = { id: 'cs/9809007', title: 'Old', authors: [{ name: 'Ida' }], publishedAt: '1998-09-03', upvotes: 54 }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (read.ok) await importRows([read.row], now)
  const made = await createUser({ name: 'Mira' }, now)
  if (!made.ok) throw new Error(made.error)
  for (const scope of ['write', 'read'] as const) {
    tokens[scope] = (await createToken(authorityOf(made.viewer).userId, { label: scope, scope }, now)).token
  }
})

test('a vote needs no body and no Origin, and voting again answers the same', async () => {
  for (const _ of [1, 2]) {
    const response = await ask(PUT, 'PUT', 'cs~9809007', tokens.write)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ upvotes: 55, voted: true })
  }
  for (const segment of ['cs/9809007', 'cs%2F9809007']) {
    expect(await (await ask(DELETE, 'DELETE', segment, tokens.write)).json()).toEqual({ upvotes: 54, voted: false })
  }
})

test('who is not signed in, or may only read, does not vote; a paper that is not there is a 404', async () => {
  expect((await ask(PUT, 'PUT', 'cs~9809007', null)).status).toBe(401)
  expect((await ask(PUT, 'PUT', 'cs~9809007', tokens.read)).status).toBe(403)
  for (const segment of ['2606.99999', 'nonsense']) {
    const response = await ask(PUT, 'PUT', segment, tokens.write)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: expect.any(String) })
  }
})

test('the history tells how many voted in which hour, and not who', async () => {
  await ask(PUT, 'PUT', 'cs~9809007', tokens.write)
  const response = await ask(getHistory, 'GET', 'cs~9809007', null)
  expect(await response.json()).toEqual({
    hours: expect.arrayContaining([
      { hour: '2026-06-02T00:00:00.000Z', votes: 54 },
      { hour: expect.stringMatching(/T\d\d:00:00\.000Z$/), votes: 1 },
    ]),
    carriedOver: 54,
    total: 55,
  })
  expect((await ask(getHistory, 'GET', '2606.99999', null)).status).toBe(404)
})

function ask(handler: typeof PUT, method: string, id: string, token: string | null) {
  const headers = { 'x-client-address': '192.0.2.1', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const url = `${env.SITE_URL}/api/papers/${id}/vote`
  return handler(new Request(url, { method, headers }), { params: Promise.resolve({ id }) })
}
