import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { News } from '@/lib/webhook-news'
import { newWebhookSecret } from '@/lib/webhook-signature'
import { sendWebhook, whyNotSend } from '@/outside/send-webhook'

vi.hoisted(() => {
  process.env.WEBHOOK_ALLOW = '127.0.0.1'
})

const secret = newWebhookSecret()
const news: News = {
  type: 'webhook.test',
  timestamp: '2026-06-02T09:00:00.000Z',
  data: { site: 'Pâpers', url: 'https://x' },
}
const got: { headers: IncomingMessage['headers']; body: string }[] = []
let answer: (response: ServerResponse) => void
let url: string

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
  answer(response)
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
})
afterAll(() => server.close())

test('a receiver verifies with a public library what it got, twice the same under the same id', async () => {
  answer = (response) => response.writeHead(204).end()
  const webhook = { kind: 'standard', url, secret, chat: null, ownerId: null } as const
  for (let n = 0; n < 2; n++) {
    expect(await sendWebhook(webhook, { id: 'msg_1', news })).toEqual({ status: 204, answer: '', retryAfter: null })
  }
  for (const { headers, body } of got) {
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(news)
    expect(headers).toMatchObject({ 'webhook-id': 'msg_1', 'content-type': 'application/json; charset=utf-8' })
  }
  expect(got[0]?.body).toBe(got[1]?.body)
})

test('a chat gets no signature, and of its answer the log keeps one short line', async () => {
  answer = (response) => {
    response.writeHead(429, { 'Retry-After': '3' })
    response.end(`slow\n\n\u0007down ${'x'.repeat(2_000)}`)
  }
  const outcome = await sendWebhook({ kind: 'slack', url, secret, chat: null, ownerId: null }, { id: 'msg_2', news })
  expect(outcome).toMatchObject({ status: 429, retryAfter: 3_000 })
  expect(outcome.answer).toMatch(/^slow down x+…$/)
  expect(outcome.answer.length).toBeLessThan(320)
  expect(got.at(-1)?.headers).not.toHaveProperty('webhook-signature')
})

test('a person is not shown what a host inside the network says, only its status', async () => {
  answer = (response) => void response.writeHead(500, { 'Retry-After': '3' }).end('root:x:0:0')
  const webhook = { kind: 'slack', url, secret, chat: null, ownerId: 'mira' } as const
  expect(await sendWebhook(webhook, { id: 'm', news })).toEqual({ status: 500, answer: '', retryAfter: 3_000 })
})

test('why nothing left is said in words', async () => {
  const inside = await sendWebhook(
    { kind: 'slack', url: 'https://127.0.0.2/', secret, chat: null, ownerId: null },
    { id: 'm', news },
  )
  expect(inside).toMatchObject({ status: null, answer: expect.stringContaining('inside a private network') })
  const nobody = { kind: 'slack', url: 'http://127.0.0.1:1/', secret, chat: null, ownerId: null } as const
  expect((await sendWebhook(nobody, { id: 'm', news })).answer).toContain('refused')
})

test('an address that nothing may be sent to is known before', async () => {
  expect(await whyNotSend(url)).toBeNull()
  expect(await whyNotSend('https://10.0.0.1/')).toMatchObject({
    kind: 'private',
    message: expect.stringContaining('10.0.0.1'),
  })
  expect((await whyNotSend('http://8.8.8.8/'))?.message).toContain('https://')
  expect((await whyNotSend('https://8.8.8.8:25/'))?.message).toContain('Port 25')
  expect(await whyNotSend('https://nobody.invalid/')).toBeNull()
})
