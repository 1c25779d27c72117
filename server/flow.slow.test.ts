import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, feedDay } from '@/lib/days'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'
import { startMailServer } from '@/testing/mail-server'
import { type RunningSite, startSite } from '@/testing/running-site'

/* The whole way of a paper against the production build: from arXiv's stand-in to readers' mailboxes. Run after it. */

const folder = mkdtempSync(join(tmpdir(), 'flow-'))
const services = await openServices()
const post = await startMailServer()
const receiver = await openReceiver()
const settings = {
  ...services.settings,
  DATABASE_URL: `file:${join(folder, 'papers.db')}`,
  SAMPLE: 'off',
  SMTP_URL: post.url,
  WEBHOOK_ALLOW: '127.0.0.1',
}
let site: RunningSite

const today = feedDay(Date.now(), { timeZone: 'UTC', rollover: '00:00' })

beforeAll(async () => {
  Object.assign(process.env, settings) // before the database is opened here, by the imports below
  site = await startSite(settings)
}, 90_000)

afterAll(async () => {
  await site.end('SIGKILL')
  services.close()
  receiver.close()
  await post.close()
  const { closeDatabase } = await import('@/db/client')
  await closeDatabase()
})

test('papers come in over three days, are put on the list, and reach the readers who asked for them', async () => {
  const [mira, tove] = [await makeMember('mira'), await makeMember('tove')]

  // Three days of arXiv; in the middle of the second the job is killed.
  services.pageSize = 2
  const days = [addDays(today, -2), addDays(today, -1), today]
  for (const [i, day] of days.entries())
    for (const n of [1, 2, 3, 4, 5]) {
      const categories = n === 5 ? ['cs.LG', 'cs.CL'] : ['cs.LG']
      services.arxiv.push(arxivPaper({ id: idOf(i, n), datestamp: day, categories, title: `Heat ${i}${n}` }))
    }
  const at = (day: string) => `${day}T07:00:00Z`
  await job('ingest', at(addDays(today, -2)))
  services.calm()
  services.next(null, null, null, null, { kind: 'slow', ms: 60_000 })
  await job('ingest', at(addDays(today, -1)), () => services.asked.length >= 5)
  services.calm()
  for (const day of [addDays(today, -1), today]) await job('ingest', at(day))
  const pool = await page(`/new/cs.LG/${addDays(today, -1)}`)
  for (const n of [1, 2, 3, 4, 5]) expect(pool).toContain(`data-paper="${idOf(1, n)}"`)

  // What Mira follows is told to her own program, as soon as somebody lists it.
  expect(await ask('POST', '/api/follows', mira, { kind: 'category', value: 'cs.CL' })).toMatchObject({ status: 200 })
  const webhook = { label: 'mine', kind: 'standard', url: receiver.url, events: ['paper.listed', 'comment.created'] }
  const made = await ask('POST', '/api/webhooks', mira, webhook)
  expect(made.status).toBeLessThan(300)

  // Reading is curating: the first vote lists a paper of the pool. Another one is submitted by hand.
  for (const n of [1, 5])
    expect(await ask('PUT', `/api/papers/${idOf(2, n)}/vote`, tove)).toMatchObject({ status: 200 })
  expect(await ask('PUT', `/api/papers/${idOf(2, 5)}/vote`, mira)).toMatchObject({ status: 200 })
  services.arxiv.push(arxivPaper({ id: '2606.00900', datestamp: today, title: 'Cold', categories: ['stat.ML'] }))
  const submission = { paperId: 'https://arxiv.org/pdf/2606.00900v1', comment: 'Worth $O(1)$ minutes.' }
  const submitted = await ask('POST', '/api/papers/submit', mira, submission)
  expect([submitted.status, submitted.location]).toEqual([303, '/papers/2606.00900'])
  const daily: { paper: { id: string } }[] = JSON.parse(await page(`/api/daily_papers?date=${today}`))
  const listed = daily.map(({ paper }) => paper.id).toSorted()
  expect(listed).toEqual([idOf(2, 1), idOf(2, 5), '2606.00900'].toSorted())
  const told = () => receiver.got.map(({ body }) => [body.type, body.data?.paper?.id])
  await expect.poll(told, { timeout: 30_000 }).toEqual([['paper.listed', idOf(2, 5)]])
  for (const { raw, headers } of receiver.got) new Webhook(made.body.secret).verify(raw, headers)

  // Twenty readers, each confirmed by the link in their letter.
  const readers = Array.from({ length: 20 }, (_, n) => readerOf(n))
  for (const { email, choices } of readers) {
    expect(await ask('POST', '/api/subscriptions', null, { email, ...choices })).toMatchObject({ status: 202 })
  }
  await expect.poll(() => post.letters.length, { timeout: 20_000 }).toBe(20)
  for (const { to, text: words } of post.letters.splice(0)) {
    const [, token] = /\/subscription\/confirm\?token=([\w.-]+)/.exec(words) ?? []
    expect(await ask('POST', '/api/subscriptions/confirm', null, { token }), to).toMatchObject({ status: 200 })
  }

  // At whatever hour they asked for: by the end of tomorrow each is due on a day that tells of today.
  await job('digest', new Date(Date.parse(`${addDays(today, 1)}T00:00:01Z`)).toISOString())
  await job('digest', new Date(Date.parse(`${addDays(today, 1)}T23:59:00Z`)).toISOString())
  const wanted = readers.filter(({ papers }) => papers.length > 0)
  await expect.poll(() => post.letters.length, { timeout: 30_000 }).toBe(wanted.length)
  for (const { email, papers } of wanted) {
    const got = post.letters.filter(({ to }) => to === email)
    expect(got, email).toHaveLength(1)
    const ids = [...`${got[0]?.mail.html}`.matchAll(/\/papers\/(2606\.\d{5})"/g)].map(([, id]) => id)
    expect([...new Set(ids)], email).toEqual(papers)
  }

  // One leaves by the button of their mail client, which knows nothing of this site but the mail.
  const [first] = post.letters
  const unsubscribe = /<(http[^>]+)>/.exec(
    `${first?.mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line}`,
  )
  const left = await fetch(inHere(unsubscribe?.[1]), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(left.status).toBe(200)
  const { getReaderByEmail } = await import('@/db/subscriptions')
  const states = await Promise.all(readers.map(async ({ email }) => (await getReaderByEmail(email))?.state))
  expect(states.filter((state) => state === 'left')).toHaveLength(1)
  expect((await getReaderByEmail(`${first?.to}`))?.state).toBe('left')
}, 240_000)

/** The nth paper of the ith day. */
function idOf(i: number, n: number): string {
  return `2606.0${i}00${n}`
}

/** Readers of all zones; what each asked for, and which of the day's papers that is, in the day's order. */
function readerOf(n: number) {
  const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata']
  const all = [idOf(2, 5), '2606.00900', idOf(2, 1)]
  const kinds = [
    { choices: {}, papers: all },
    { choices: { categories: ['stat.ML'] }, papers: ['2606.00900'] },
    { choices: { minUpvotes: 2 }, papers: [idOf(2, 5)] },
    { choices: { keywords: ['heat'], papers: 1 }, papers: [idOf(2, 5)] },
    { choices: { authors: ['Nobody Here'] }, papers: [] },
  ] as const
  const { choices, papers } = kinds[n % kinds.length] ?? kinds[0]
  const time = { timezone: zones[n % 4] ?? 'UTC', hour: (n * 7) % 24, frequency: 'daily' }
  return { email: `reader-${n}@lab.edu`, choices: { ...time, ...choices }, papers: [...papers] }
}

async function makeMember(name: string): Promise<string> {
  const { createUser } = await import('@/db/users')
  const { createToken } = await import('@/db/tokens')
  const { authorityOf } = await import('@/lib/authority')
  const made = await createUser({ name }, Date.now())
  if (!made.ok) throw new Error(made.error)
  const { token } = await createToken(authorityOf(made.viewer).userId, { label: 'flow', scope: 'write' }, Date.now())
  return token
}

async function ask(method: string, path: string, token: string | null, json?: object) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const body = json && JSON.stringify(json)
  const response = await fetch(site.url + path, { method, headers, body, redirect: 'manual' })
  const location = response.headers.get('location')
  return { status: response.status, location, body: JSON.parse((await response.text()) || '{}') }
}

async function page(path: string): Promise<string> {
  return (await fetch(site.url + path)).text()
}

/** Addresses in mail name the site by its SITE_URL. */
function inHere(address = ''): string {
  return address.replace(/^https?:\/\/[^/]+/, site.url)
}

/** Runs a job in a process of its own, as npm run job does; with `until` it is killed once that is so. */
async function job(name: string, at: string, until?: () => boolean): Promise<void> {
  // Not before the settings are there: it opens the database.
  const { startJob } = await import('@/testing/job-process')
  const child = startJob(name, at, { ...settings, INGEST_CATEGORIES: 'cs.LG', SITE_URL: site.url })
  if (!until) {
    const { code, said } = await child.ended
    return expect(code, said).toBe(0)
  }
  await expect.poll(until, { timeout: 30_000 }).toBe(true)
  await child.kill()
}

type Delivered = {
  raw: string
  headers: Record<string, string>
  body: { type: string; data?: { paper?: { id: string } } }
}

async function openReceiver() {
  const got: Delivered[] = []
  const server = createServer(async (request, response) => {
    const raw = await text(request)
    got.push({ raw, headers: plain(request.headers), body: JSON.parse(raw) })
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/news`, got, close: () => server.close() }
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
