import { readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { users } from '@/db/schema'
import { startSession } from '@/db/sessions'
import { createToken } from '@/db/tokens'
import type { Role } from '@/db/types'
import { createUser } from '@/db/users'
import { guardOf } from '@/door'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { maxBodyBytes } from '@/lib/request-body'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

/*
 * Walks every route there is: each write must be made by the door, and the door must hold. A route that is added
 * tomorrow is tested by being there.
 */

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Route = { path: string; method: string; handler: Handler }

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const root = new URL('./app/api/', import.meta.url)

// Every field of these may be left out.
const emptyBodyFits = [
  '/api/signout',
  '/api/settings/profile',
  '/api/settings/privacy',
  '/api/settings/email',
  '/api/subscriptions/preview',
]

const routes = await readRoutes()

test('there are routes to test', () => {
  expect(routes.length).toBeGreaterThan(15)
})

describe.each(routes)('$method $path', (route) => {
  const guard = guardOf(route.handler)
  let people: Record<Role | 'sample', Person>
  let before: string

  beforeAll(async () => {
    people = {
      member: await makePerson('member'),
      moderator: await makePerson('moderator'),
      admin: await makePerson('admin'),
      sample: await makePerson('sample'),
    }
    before = await rowsOfAll()
  })

  const refuses = async (status: number, asked: Asked) => {
    const response = await ask(route, asked)
    expect(response.status).toBe(status)
    const body = await response.json()
    expect(body.error).toMatch(/\S/)
    expect(response.headers.get('x-error-message')).toMatch(/\S/)
    expect(response.headers.get('x-request-id')).toMatch(/\S/)
    expect(await rowsOfAll()).toBe(before)
    return body
  }

  test('is made by the door', () => {
    expect(guard).not.toBeNull()
  })

  test('refuses a foreign origin', async () => {
    const { cookie } = people.admin
    await refuses(403, { cookie, origin: 'https://evil.example' })
    // By one click a reader leaves from their mail program’s page, which brings no cookie.
    await refuses(guard?.isOneClick ? 400 : 403, { origin: 'https://evil.example' })
    await refuses(403, { cookie, origin: 'null' })
    await refuses(403, { cookie })
  })

  test('refuses a token that is unknown or may only read', async () => {
    await refuses(401, { token: 'dp_unknown' })
    await refuses(403, { token: people.admin.readToken })
  })

  test('refuses a sample member, whatever they hold', async () => {
    await refuses(401, { token: people.sample.token })
    if (guard?.who !== 'anyone') await refuses(401, { cookie: people.sample.cookie, origin: env.SITE_URL })
  })

  if (guard?.who !== 'anyone') {
    test('refuses who is not signed in', async () => {
      await refuses(401, { origin: env.SITE_URL })
      await refuses(401, {})
    })
  }

  if (guard?.who === 'moderator' || guard?.who === 'admin') {
    test('refuses who may not', async () => {
      await refuses(403, { cookie: people.member.cookie, origin: env.SITE_URL })
      if (guard?.who === 'admin') await refuses(403, { cookie: people.moderator.cookie, origin: env.SITE_URL })
    })
  }

  if (guard?.hasBody) {
    test('refuses a body that does not fit', async () => {
      const { cookie } = people.admin
      const here = { cookie, origin: env.SITE_URL }
      await refuses(400, { ...here, body: '{"half":' })
      await refuses(400, { ...here, body: '[]' })
      await refuses(guard?.isOneClick ? 400 : 415, { ...here, body: 'hello', type: 'text/plain' })
      if (!guard?.isOneClick) {
        const { fields } = await refuses(400, { ...here, body: '{"unheardOf":true}' })
        expect(fields.unheardOf).toBe('There is no field unheardOf here.')
      }
      await refuses(413, { ...here, body: JSON.stringify({ x: 'x'.repeat(maxBodyBytes) }) })
      if (emptyBodyFits.includes(route.path)) return
      const { fields } = await refuses(400, { ...here, body: '{}' })
      expect(Object.keys(fields)).not.toHaveLength(0)
    })
  }
})

type Person = { cookie: string; token: string; readToken: string }
type Asked = { cookie?: string; origin?: string; token?: string; body?: string; type?: string }

let made = 0
let asked = 0

async function makePerson(kind: Role | 'sample'): Promise<Person> {
  made++
  const now = Date.now()
  const created = await createUser({ name: `${kind}-${made}`, role: kind === 'sample' ? 'admin' : kind }, now)
  if (!created.ok) throw new Error(created.error)
  if (kind === 'sample') await db.update(users).set({ isSample: true }).where(eq(users.id, created.viewer.id))
  const { userId } = authorityOf(created.viewer)
  const token = { sub: userId, sid: await startSession(userId, null, now) }
  const jwt = await encode({ token, secret: env.AUTH_SECRET ?? '', salt: 'dp_session' })
  const [write, read] = await Promise.all([
    createToken(userId, { label: 'notebook', scope: 'write' }, now),
    createToken(userId, { label: 'reader', scope: 'read' }, now),
  ])
  return { cookie: `dp_session=${jwt}`, token: write.token, readToken: read.token }
}

/** Each request comes from a network of its own, so that limits do not answer first. */
function ask({ path, method, handler }: Route, { cookie, origin, token, body, type }: Asked): Promise<Response> {
  asked++
  const headers = new Headers({ 'x-client-address': `10.0.${asked >> 8}.${asked & 255}` })
  if (cookie) headers.set('cookie', cookie)
  if (origin) headers.set('origin', origin)
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (body) headers.set('content-type', type ?? 'application/json')
  const params = {
    id: '2606.00001',
    commentId: 'nothing',
    tokenId: 'nothing',
    sessionId: 'nothing',
    site: 'nothing',
    listId: 'nothing',
    webhookId: 'nothing',
    searchId: 'nothing',
    deliveryId: 'nothing',
  }
  const request = new Request(`${env.SITE_URL}${path}`, { method, headers, body: body ?? null })
  return handler(request, { params: Promise.resolve(params) })
}

async function readRoutes(): Promise<Route[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  const all = await Promise.all(
    files.sort().map(async (file) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ new URL(file, root).pathname)
      const path = `/api/${file.split(sep).slice(0, -1).join('/')}`
      return writes.flatMap((method) => {
        const handler = module[method]
        return typeof handler === 'function' ? [{ path, method, handler: handler as Handler }] : []
      })
    }),
  )
  return all.flat()
}

/** How many rows each table has: a refused request must not change it. */
async function rowsOfAll(): Promise<string> {
  const tables = [
    'users',
    'accounts',
    'sessions',
    'tokens',
    'one_time_links',
    'subscriptions',
    'votes',
    'comments',
    'journal',
    'webhooks',
    'deliveries',
    'saved_searches',
  ]
  const counts = await Promise.all(
    tables.map((table) => db.get<{ n: number }>(sql.raw(`select count(*) as n from ${table}`))),
  )
  return JSON.stringify(counts)
}
