import { createHmac, randomBytes } from 'node:crypto'

/* Standard Webhooks (https://www.standardwebhooks.com): who receives a message can tell that we sent it, and when. */

const prefix = 'whsec_'

/** A secret to sign with: `whsec_` and 24 random bytes in Base64. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(24).toString('base64')
}

type Signed = { id: string; secret: string; body: string /** When it leaves, ms. */; at: number }

/** The three headers of a message. The signature is over id, time (in seconds) and the body's very bytes. */
export function signatureHeaders({ id, secret, body, at }: Signed) {
  const timestamp = String(Math.floor(at / 1000))
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** What another host must not see when a receiver sends on to it. */
export const signatureHeaderNames = ['webhook-signature', 'webhook-id', 'webhook-timestamp'] as const
