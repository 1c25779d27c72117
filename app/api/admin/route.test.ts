import { beforeAll, expect, test, vi } from 'vitest'
import { POST as release } from '@/app/api/admin/addresses/[addressId]/release/route'
import { POST as run } from '@/app/api/admin/jobs/[name]/run/route'
import { GET as getJobs } from '@/app/api/admin/jobs/route'
import { GET } from '@/app/api/admin/route'
import { claimJob, ensureJobs } from '@/db/jobs'
import { listAdminLog } from '@/db/moderation'
import { createToken } from '@/db/tokens'
import type { Role } from '@/db/types'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'

vi.mock('@/jobs/all', () => ({
  jobs: [
    { name: 'clean-up', every: 3_600_000, run: async () => '' },
    { name: 'stars', every: 604_800_000, isOff: () => 'GITHUB_TOKEN is not set.', run: async () => '' },
  ],
}))

type Handler = typeof GET
let admin: Awaited<ReturnType<typeof makePerson>>
let moderator: typeof admin

beforeAll(async () => {
  admin = await makePerson('noor', 'admin')
  moderator = await makePerson('tove', 'moderator')
})

test('a program with an admin’s token reads how the site is; a moderator’s may not', async () => {
  const answer = await ask(GET, admin.reads)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    papers: { all: 0, listed: 0, pool: 0 },
    readers: { pending: 0, active: 0, left: 0, refused: 0 },
    outbox: { waiting: 0, sending: 0, failed: 0, unclear: 0 },
    databaseBytes: expect.any(Number),
    days: { days: expect.any(Array), votes: expect.any(Array) },
    jobs: [
      { name: 'clean-up', state: 'due', finishedAt: null },
      { name: 'stars', state: 'off', off: 'GITHUB_TOKEN is not set.' },
    ],
  })
  expect((await ask(GET, moderator.reads)).status).toBe(403)
  expect((await ask(getJobs, moderator.reads)).status).toBe(403)
})

test('a run is asked for once there is somebody to run it, also while one is under way', async () => {
  const early = await ask(run, admin.writes, { name: 'clean-up' })
  expect([early.status, (await early.json()).error]).toEqual([503, 'The jobs are not up yet. Try again in a moment.'])

  const now = Date.now()
  await ensureJobs(['clean-up', 'stars'], now + 1_000_000)
  const asked = await ask(run, admin.writes, { name: 'clean-up' })
  expect([asked.status, await asked.json()]).toMatchObject([202, { name: 'clean-up', state: 'due' }])

  await claimJob({ name: 'clean-up', every: 1, holder: 'a', until: now + 60_000, evenIfNotDue: true }, now)
  const again = await ask(run, admin.writes, { name: 'clean-up' })
  expect(await again.json()).toMatchObject({ state: 'running', nextAt: expect.any(Number) })
  const { jobs } = await (await ask(getJobs, admin.reads)).json()
  expect(jobs).toMatchObject([{ name: 'clean-up', state: 'running' }, { name: 'stars' }])
  const { lines } = await listAdminLog(admin.adminId, { before: null, limit: 9 })
  expect(lines.map(({ kind, what }) => `${kind} ${what}`)).toEqual(['asked clean-up', 'asked clean-up'])
})

test('what is off, is not there, or may not be asked for is refused', async () => {
  const off = await ask(run, admin.writes, { name: 'stars' })
  expect([off.status, (await off.json()).error]).toEqual([409, 'stars is off: GITHUB_TOKEN is not set.'])
  for (const name of ['nothing', '__proto__', 'clean-up ', '']) {
    expect((await ask(run, admin.writes, { name })).status, name).toBe(404)
  }
  expect((await ask(run, admin.reads, { name: 'clean-up' })).status).toBe(403)
  expect((await ask(run, moderator.writes, { name: 'clean-up' })).status).toBe(403)
})

test('a form is led back to the page', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
  const done = await ask(run, admin.writes, { name: 'clean-up' }, form)
  expect([done.status, done.headers.get('location')]).toEqual([303, '/admin?asked=clean-up#jobs'])
  const refused = await ask(run, admin.writes, { name: 'stars' }, form)
  expect(refused.headers.get('location')).toMatch(/^\/admin\?refused=\w+#trouble$/)
})

test('only an admin lets an address try again, and only one that is refused', async () => {
  expect((await ask(release, moderator.writes, { addressId: 'r1' })).status).toBe(403)
  const nobody = await ask(release, admin.writes, { addressId: 'r1' })
  expect([nobody.status, (await nobody.json()).error]).toEqual([404, 'There is no such reader.'])
})

function ask(handler: Handler, token: string, params: Record<string, string> = {}, more: HeadersInit = {}) {
  const isRead = handler === GET || handler === getJobs
  const headers = { authorization: `Bearer ${token}`, ...more }
  const request = new Request(`${env.SITE_URL}/api/admin`, {
    method: isRead ? 'GET' : 'POST',
    headers,
    body: isRead ? null : '',
  })
  return handler(request, { params: Promise.resolve(params) })
}

async function makePerson(name: string, role: Role) {
  const made = await createUser({ name, role }, Date.now())
  if (!made.ok) throw new Error(made.error)
  const { userId, adminId } = authorityOf(made.viewer)
  const [reads, writes] = await Promise.all(
    (['read', 'write'] as const).map((scope) => createToken(userId, { label: scope, scope }, Date.now())),
  )
  // A moderator has none; only the admin's is used.
  return { adminId: adminId as NonNullable<typeof adminId>, reads: reads?.token ?? '', writes: writes?.token ?? '' }
}
