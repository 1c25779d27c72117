import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as siteOne from '@/app/api/moderation/webhooks/[webhookId]/route'
import * as siteAll from '@/app/api/moderation/webhooks/route'
import * as retry from '@/app/api/webhooks/[webhookId]/deliveries/[deliveryId]/retry/route'
import * as one from '@/app/api/webhooks/[webhookId]/route'
import * as renew from '@/app/api/webhooks/[webhookId]/secret/route'
import * as turn from '@/app/api/webhooks/[webhookId]/switch/route'
import * as tests from '@/app/api/webhooks/[webhookId]/test/route'
import * as all from '@/app/api/webhooks/route'
import { startSession } from '@/db/sessions'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
  process.env.WEBHOOK_ALLOW = '127.0.0.1'
})

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

const got: { headers: Record<string, string>; body: string }[] = []
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() })
  response.end('thanks')
})
let url: string
let mira: string
let vera: string

beforeAll(async () => {
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`
  mira = await cookieOf('mira', 'member')
  vera = await cookieOf('vera', 'moderator')
})
afterAll(() => receiver.close())

async function cookieOf(name: string, role: 'member' | 'moderator' | 'admin'): Promise<string> {
  const made = await createUser({ name, role }, Date.now())
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  const token = { sub: userId, sid: await startSession(userId, null, Date.now()) }
  return `dp_session=${await encode({ token, secret: env.AUTH_SECRET ?? '', salt: 'dp_session' })}`
}

async function ask(
  handler: Handler,
  cookie: string,
  body?: object,
  params: Record<string, string> = {},
  method = 'POST',
) {
  const headers = { cookie, origin: env.SITE_URL, 'content-type': 'application/json', 'x-client-address': '10.0.0.1' }
  const request = new Request(`${env.SITE_URL}/api/webhooks`, {
    method,
    headers,
    body: body ? JSON.stringify(body) : null,
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, body: await response.json() }
}

const asked = (more: object = {}) => ({ kind: 'standard', label: 'Lab', url, events: ['day.closed'], ...more })

test('Mira makes a webhook, tests it, and the receiver verifies what it got', async () => {
  const made = await ask(all.POST, mira, asked())
  expect(made).toEqual({ status: 201, body: { id: expect.any(String), secret: expect.stringMatching(/^whsec_/) } })
  const webhookId = made.body.id
  const tested = await ask(tests.POST, mira, undefined, { webhookId })
  expect(tested).toEqual({ status: 200, body: { isSent: true, status: 200, answer: '' } })
  const message = got.at(-1)
  const read = new Webhook(made.body.secret).verify(message?.body ?? '', message?.headers ?? {})
  expect(read).toMatchObject({ type: 'webhook.test', data: { site: env.SITE_NAME } })

  const shown = await ask(one.GET, mira, undefined, { webhookId }, 'GET')
  expect(shown.body.deliveries).toMatchObject([{ event: 'webhook.test', state: 'sent', status: 200, answer: '' }])
  expect(JSON.stringify(shown.body)).not.toContain('whsec_')

  const renewed = await ask(renew.POST, mira, undefined, { webhookId })
  await ask(tests.POST, mira, undefined, { webhookId })
  const last = got.at(-1)
  expect(() => new Webhook(renewed.body.secret).verify(last?.body ?? '', last?.headers ?? {})).not.toThrow()
  expect(() => new Webhook(made.body.secret).verify(last?.body ?? '', last?.headers ?? {})).toThrow()

  expect((await ask(turn.POST, mira, { isOn: false }, { webhookId })).body).toEqual({ isOn: false })
  const deliveryId = shown.body.deliveries[0].id
  expect((await ask(retry.POST, mira, undefined, { webhookId, deliveryId })).status).toBe(409)
  expect((await ask(one.DELETE, mira, undefined, { webhookId }, 'DELETE')).status).toBe(200)
  expect((await ask(one.DELETE, mira, undefined, { webhookId }, 'DELETE')).status).toBe(404)
})

test.each([
  'https://10.0.0.1/',
  'https://[::1]/',
  'https://2130706434/',
  'https://0x7f.2/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fd00:ec2::254]/',
])('%s is refused in words, and nothing is kept', async (inside) => {
  const { status, body } = await ask(all.POST, mira, asked({ url: inside }))
  expect(status).toBe(400)
  expect(body.fields.url).toMatch(/inside a private network\. Nothing is sent there unless whoever runs this site/)
  expect(body.fields.url).not.toContain('WEBHOOK_ALLOW')
  expect((await ask(all.GET, mira, undefined, {}, 'GET')).body).toEqual([])
})

test('an admin is told the setting that allows it', async () => {
  const noor = await cookieOf('noor', 'admin')
  const { body } = await ask(all.POST, noor, asked({ url: 'https://10.0.0.1/' }))
  expect(body.fields.url).toMatch(/You can, with the setting WEBHOOK_ALLOW\.$/)
})

test('a change to such an address is refused as well', async () => {
  const { body } = await ask(all.POST, mira, asked())
  const webhookId = body.id
  const changed = await ask(
    one.POST,
    mira,
    { label: 'Lab', events: ['day.closed'], url: 'https://10.0.0.1/' },
    { webhookId },
  )
  expect(changed).toMatchObject({ status: 400, body: { fields: { url: expect.stringContaining('private') } } })
  const renamed = await ask(one.POST, mira, { label: 'Group', events: ['paper.votes'], votes: 3 }, { webhookId })
  expect(renamed).toMatchObject({ status: 200, body: { label: 'Group', events: ['paper.votes'], votes: 3 } })
  const again = await ask(one.POST, mira, { label: 'Group', events: ['paper.votes'] }, { webhookId })
  expect(again).toMatchObject({ status: 200, body: { votes: 3 } })
  await ask(one.DELETE, mira, undefined, { webhookId }, 'DELETE')
})

test('the site’s are the moderators’, and nobody’s own are theirs', async () => {
  expect((await ask(siteAll.POST, mira, asked())).status).toBe(403)
  const site = await ask(siteAll.POST, vera, asked({ kind: 'slack' }))
  // A chat is not sent anything signed.
  expect(site).toEqual({ status: 201, body: { id: expect.any(String) } })
  const own = await ask(all.POST, mira, asked())
  const [siteId, ownId] = [{ webhookId: site.body.id }, { webhookId: own.body.id }]
  expect((await ask(one.GET, vera, undefined, siteId, 'GET')).status).toBe(404)
  expect((await ask(siteOne.GET, vera, undefined, ownId, 'GET')).status).toBe(404)
  expect((await ask(siteOne.GET, mira, undefined, siteId, 'GET')).status).toBe(403)
  expect((await ask(tests.POST, vera, undefined, ownId)).status).toBe(404)
  expect((await ask(siteOne.GET, vera, undefined, siteId, 'GET')).body).toMatchObject({ kind: 'slack', deliveries: [] })
})
