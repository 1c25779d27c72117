import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { POST as chooseInSettings } from '@/app/api/settings/letter/route'
import { POST as change } from '@/app/api/subscriptions/change/route'
import { POST as confirm } from '@/app/api/subscriptions/confirm/route'
import { POST as leave, GET as openLeave } from '@/app/api/subscriptions/leave/route'
import { POST as preview } from '@/app/api/subscriptions/preview/route'
import { POST as subscribe } from '@/app/api/subscriptions/route'
import { db } from '@/db/client'
import { confirmEmail, createConfirmToken } from '@/db/emails'
import { importRows } from '@/db/import'
import { subscriptions } from '@/db/schema'
import { startSession } from '@/db/sessions'
import { getReaderByEmail } from '@/db/subscriptions'
import { createUser } from '@/db/users'
import { env, feedClock } from '@/env'
import { authorityOf } from '@/lib/authority'
import { addDays, feedDay } from '@/lib/days'
import { readRow } from '@/lib/import-row'
import { linkToken } from '@/lib/subscription-token'

const post = await vi.hoisted(async () => {
  const { startMailServer } = await import('@/testing/mail-server')
  const server = await startMailServer()
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
  process.env.SMTP_URL = server.url
  return server
})

afterAll(() => post.close())

type Handler = typeof subscribe
type Sent = { json?: object; form?: string; headers?: Record<string, string>; path?: string; method?: string }

const here = { origin: env.SITE_URL }
const page = { ...here, accept: 'text/html', 'sec-fetch-site': 'same-origin' }

let count = 0
let address = ''
beforeEach(() => {
  address = `reader-${++count}@lab.edu`
})

/** Each request comes from a network of its own, so that limits do not answer first. */
function ask(handler: Handler, { json, form, headers = {}, path = '/api/x', method = 'POST' }: Sent) {
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded'
  const all = { 'x-client-address': `10.0.${count}.${network++ % 250}`, 'content-type': type, ...headers }
  const body = json ? JSON.stringify(json) : (form ?? null)
  return handler(new Request(`${env.SITE_URL}${path}`, { method, headers: all, body }), { params: Promise.resolve({}) })
}

let network = 0

/** The next letter to the reader; it comes after the answer. */
function nextLetter() {
  return vi.waitFor(() => {
    const at = post.letters.findIndex(({ to }) => to === address)
    const [letter] = at < 0 ? [] : post.letters.splice(at, 1)
    if (!letter) throw new Error(`No letter to ${address} yet.`)
    return letter
  })
}

async function tokenFor(which: 'confirm' | 'change'): Promise<string> {
  const { text } = await nextLetter()
  return new RegExp(`${env.SITE_URL}/subscription/${which}\\?token=([\\w.-]+)`).exec(text)?.[1] ?? ''
}

async function join(choices = {}): Promise<void> {
  await ask(subscribe, { json: { email: address, ...choices } })
  const answer = await ask(confirm, { json: { token: await tokenFor('confirm') } })
  expect(answer.status).toBe(200)
}

/** As it stands in the letter that says that somebody is a reader already. */
async function changeToken(): Promise<string> {
  await ask(subscribe, { json: { email: address } })
  return tokenFor('change')
}

/** As it stands in the letters that go out now. */
async function leaveToken(): Promise<string> {
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.email, address))
  return row ? linkToken(row.id, row.secret, 'leave') : ''
}

test('Ida subscribes with choices of her own and confirms by the button behind the link', async () => {
  const asked = { frequency: 'weekly', hour: 18, timezone: 'Asia/Kolkata', papers: 5, minUpvotes: 3 }
  const words = { categories: ['cs.LG'], keywords: ['critical batch size'], authors: ['Grace Hopper'] }
  const answer = await ask(subscribe, { json: { email: address.toUpperCase(), ...asked, ...words } })
  expect([answer.status, await answer.json()]).toEqual([202, { sent: true }])
  const token = await tokenFor('confirm')
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'pending' })

  const confirmed = await ask(confirm, { json: { token } })
  expect(await confirmed.json()).toMatchObject({ email: address, state: 'active', ...asked, ...words })
  expect((await ask(confirm, { json: { token } })).status).toBe(403)
})

test('a known address is answered as an unknown one is, to the letter', async () => {
  await join({ papers: 4 })
  const known = await ask(subscribe, { json: { email: address, papers: 40 } })
  const unknown = await ask(subscribe, { json: { email: `un${address}`, papers: 40 } })
  expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
  const names = (answer: Response) => [...answer.headers.keys()].sort()
  expect(names(known)).toEqual(names(unknown))
  const letter = await nextLetter()
  expect(letter.text).toContain('They come to you already')
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active', chosen: { papers: 4 } })
})

test.each([
  [{ email: 'nobody' }, 'email'],
  [{}, 'email'],
  [{ email: 'a@lab.edu', hour: 24 }, 'hour'],
  [{ email: 'a@lab.edu', hour: '7.5' }, 'hour'],
  [{ email: 'a@lab.edu', timezone: 'Mars/Olympus' }, 'timezone'],
  [{ email: 'a@lab.edu', papers: 0 }, 'papers'],
  [{ email: 'a@lab.edu', frequency: 'hourly' }, 'frequency'],
  [{ email: 'a@lab.edu', categories: ['<b>'] }, 'categories.0'],
  [
    {
      email: 'a@lab.edu',
      keywords: Array(51)
        .fill(0)
        .map((_, n) => `word ${n}`),
    },
    'keywords',
  ],
  [{ email: 'a@lab.edu\nbcc: b@lab.edu' }, 'email'],
])('%j is refused by the name of its field', async (json, field) => {
  const answer = await ask(subscribe, { json })
  expect(answer.status).toBe(400)
  expect(Object.keys((await answer.json()).fields)).toEqual([field])
})

test('a mail client leaves by one click, without cookies, and a second click is as good', async () => {
  await join()
  const path = `/api/subscriptions/leave?token=${await leaveToken()}`
  for (const _ of [1, 2]) {
    const answer = await ask(leave, { path, form: 'List-Unsubscribe=One-Click' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
  }
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'left', nextAt: null })
})

test('one click sent as multipart, and by a client that would take a page, is done all the same', async () => {
  await join()
  const path = `/api/subscriptions/leave?token=${await leaveToken()}`
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  const headers = { accept: 'text/html', 'x-client-address': '192.0.2.9' }
  const request = new Request(`${env.SITE_URL}${path}`, { method: 'POST', body, headers })
  expect((await leave(request, { params: Promise.resolve({}) })).status).toBe(200)
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'left' })
})

test.each([
  ['as plain text', 'text/plain;charset=UTF-8', 'List-Unsubscribe=One-Click'],
  ['as multipart without its boundary', 'multipart/form-data', 'List-Unsubscribe=One-Click'],
  ['as JSON that is none', 'application/json', 'List-Unsubscribe=One-Click'],
])('one click sent %s, from a page of the mail program, is done all the same', async (_, type, body) => {
  await join()
  const url = `${env.SITE_URL}/api/subscriptions/leave?token=${await leaveToken()}`
  const from = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site', 'x-client-address': '192.0.2.10' }
  const request = new Request(url, { method: 'POST', body, headers: { 'content-type': type, ...from } })
  expect((await leave(request, { params: Promise.resolve({}) })).status).toBe(200)
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'left' })
})

test('a scanner that opens the address leaves nobody and is led to the button', async () => {
  await join()
  const token = await leaveToken()
  const answer = await ask(openLeave, { method: 'GET', path: `/api/subscriptions/leave?token=${token}` })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/subscription/leave?token=${token}`])
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active' })
})

test('another site’s page cannot leave for somebody whose browser it runs in', async () => {
  await join()
  const path = `/api/subscriptions/leave?token=${await leaveToken()}`
  const foreign = { origin: 'https://evil.example', cookie: 'dp_session=x' }
  expect((await ask(leave, { path, form: 'List-Unsubscribe=One-Click', headers: foreign })).status).toBe(403)
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active' })
})

test('a link is good for its one purpose', async () => {
  await join()
  const [toChange, toLeave] = [await changeToken(), await leaveToken()]
  expect((await ask(leave, { json: { token: toChange } })).status).toBe(403)
  expect((await ask(confirm, { json: { token: toChange } })).status).toBe(403)
  expect((await ask(change, { json: { token: toLeave, papers: 3 } })).status).toBe(403)
  expect((await ask(leave, { json: { token: `${toLeave}x` } })).status).toBe(403)
  expect((await ask(leave, { json: { token: 'x'.repeat(5_000) } })).status).toBe(400)
  expect((await ask(leave, {})).status).toBe(400)
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active', chosen: { papers: 10 } })
})

test('a reader changes one thing and the rest stays; what does not fit changes nothing', async () => {
  await join({ keywords: ['warmup'], hour: 9 })
  const token = await changeToken()
  const answer = await ask(change, { json: { token, papers: 3 } })
  expect(await answer.json()).toMatchObject({ papers: 3, hour: 9, keywords: ['warmup'] })
  const wrong = await ask(change, { json: { token, papers: 20, hour: 'noon' } })
  expect([wrong.status, Object.keys((await wrong.json()).fields)]).toEqual([400, ['hour']])
  expect(await getReaderByEmail(address)).toMatchObject({ chosen: { papers: 3, hour: 9 } })
  await ask(leave, { json: { token: await leaveToken() } })
  expect((await ask(change, { json: { token, papers: 9 } })).status).toBe(409)
})

test('without JavaScript each form is led on to a page, and back to its own when refused', async () => {
  const to = (answer: Response) => [answer.status, answer.headers.get('location')?.replace(/refused=\w+/, 'refused=x')]
  const sent = await ask(subscribe, { form: `email=${address}&timezone=&frequency=weekly`, headers: page })
  expect(to(sent)).toEqual([303, '/subscription?sent=letter'])
  const refused = await ask(subscribe, { form: 'email=nobody', headers: page })
  expect(to(refused)).toEqual([303, '/subscription?refused=x#letter-email'])
  const token = await tokenFor('confirm')
  const confirmed = await ask(confirm, { form: `token=${token}`, headers: page })
  const location = confirmed.headers.get('location') ?? ''
  expect(location).toMatch(/^\/subscription\/change\?token=[\w.-]+&saved=confirmed$/)
  expect(to(await ask(confirm, { form: `token=${token}`, headers: page }))).toEqual([
    303,
    `/subscription/confirm?token=${token}&refused=x#trouble`,
  ])
  const toChange = new URL(location, env.SITE_URL).searchParams.get('token')
  const changed = await ask(change, { form: `token=${toChange}&papers=7&keywords=a+b%0D%0Ac+d`, headers: page })
  expect(to(changed)).toEqual([303, `/subscription/change?token=${toChange}&saved=choices`])
  expect(await getReaderByEmail(address)).toMatchObject({
    chosen: { frequency: 'weekly', papers: 7, keywords: ['a b', 'c d'] },
  })
  const toLeave = await leaveToken()
  const left = await ask(leave, { form: `token=${toLeave}`, headers: page })
  expect(to(left)).toEqual([303, `/subscription/leave?token=${toLeave}`])
})

test('one address is written to three times an hour, and one network asks twenty times', async () => {
  const statuses = []
  for (let n = 0; n < 5; n++) statuses.push((await ask(subscribe, { json: { email: address } })).status)
  expect(statuses).toEqual([202, 202, 202, 429, 429])

  const from = { 'x-client-address': '198.51.100.7' }
  const ofOne = []
  for (let n = 0; n < 65; n++) {
    ofOne.push((await ask(subscribe, { json: { email: `flood-${n}@lab.edu` }, headers: from })).status)
  }
  expect(ofOne).toEqual([...Array(60).fill(202), ...Array(5).fill(429)])
  const written = () => post.letters.filter(({ to }) => to === address || to.startsWith('flood-'))
  await vi.waitFor(() => expect(written()).toHaveLength(63), { timeout: 5_000 })
})

test('Mira chooses in her settings, without a link, once her account has an address', async () => {
  const made = await createUser({ name: 'mira' }, Date.now())
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  const token = { sub: userId, sid: await startSession(userId, null, Date.now()) }
  const jwt = await encode({ token, secret: env.AUTH_SECRET ?? '', salt: 'dp_session' })
  const headers = { ...here, cookie: `dp_session=${jwt}` }
  const choose = (json: object) => ask(chooseInSettings, { json, headers })
  expect((await choose({ frequency: 'daily' })).status).toBe(409)
  await confirmEmail(await createConfirmToken(userId, address, Date.now()), userId, Date.now())
  expect(await (await choose({ frequency: 'daily', papers: 5 })).json()).toMatchObject({ state: 'active', papers: 5 })
  expect(await (await choose({ frequency: 'weekly', hour: 20 })).json()).toMatchObject({ papers: 5, hour: 20 })
  expect(await (await choose({ frequency: 'never' })).json()).toMatchObject({ state: 'left', nextAt: null })
  expect((await choose({ frequency: 'sometimes' })).status).toBe(400)
})

test('a preview is the letter of the day that closed last, for these choices', async () => {
  const yesterday = addDays(feedDay(Date.now(), feedClock), -1)
  const rows = ['Warmup and Why', 'Layers <b>Only</b>'].map((title, n) => {
    const paper = { id: `2606.0000${n}`, title, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes: 9 - n }
    const read = readRow({ day: yesterday, numComments: 0, paper })
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.row
  })
  await importRows(rows, Date.now())
  const all = await (await ask(preview, { json: {} })).json()
  expect(all).toMatchObject({ issue: `daily:${yesterday}`, letter: { subject: expect.stringContaining('Warmup') } })
  expect(all.letter.text).toContain('Layers <b>Only</b>')
  expect(all.letter.html).not.toContain('<b>Only')
  expect(all.letter.text).not.toContain('{{')
  const { letter } = await (await ask(preview, { json: { keywords: ['layers'] } })).json()
  expect(letter.text).toContain('Layers')
  expect(letter.text).not.toContain('Warmup')
  expect(await (await ask(preview, { json: { minUpvotes: 100 } })).json()).toMatchObject({ letter: null })
  expect((await ask(preview, { json: { papers: 51 } })).status).toBe(400)
})
