import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { newWebhookSecret, signatureHeaders } from '@/lib/webhook-signature'

const body = '{"type":"paper.votes","title":"Über ∇ and 表"}'
const signed = (more: object = {}) => {
  const secret = newWebhookSecret()
  return { secret, headers: signatureHeaders({ id: 'msg_1', secret, body, at: Date.now(), ...more }) }
}

test('a public library verifies what we sign', () => {
  const { secret, headers } = signed()
  expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
})

test('it refuses another body, id, time or secret', () => {
  const { secret, headers } = signed()
  const verify =
    (text: string, changed: object, key = secret) =>
    () =>
      new Webhook(key).verify(text, { ...headers, ...changed })
  expect(verify(`${body} `, {})).toThrow()
  expect(verify(body, { 'webhook-id': 'msg_2' })).toThrow()
  expect(verify(body, { 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) })).toThrow()
  expect(verify(body, {}, newWebhookSecret())).toThrow()
})

test('it refuses what left long ago', () => {
  const { secret, headers } = signed({ at: Date.now() - 3_600_000 })
  expect(() => new Webhook(secret).verify(body, headers)).toThrow(/old/)
})

test('the signature is the one of the standard’s own example', () => {
  const headers = signatureHeaders({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    body: '{"test": 2432232314}',
    at: 1_614_265_330_000,
  })
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('no two secrets are alike, and each holds 24 bytes', () => {
  const secrets = Array.from({ length: 20 }, newWebhookSecret)
  expect(new Set(secrets).size).toBe(20)
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
})
