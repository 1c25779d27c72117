import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter } from '@/door/counter'
import { env } from '@/env'
import { clientAddress, clientAddressHeader, networkOf } from '@/lib/client-address'
import { nonceSource } from '@/lib/csp'
import { movedTo } from '@/lib/page-tags'
import { sendAnswer } from '@/server/answer'
import { addressFor } from '@/server/asked-address'
import { fillSecretHeader } from '@/server/fill'
import { protectiveHeaders } from '@/server/headers'
import { logError } from '@/server/log'
import { type AllowOf, explainWrongMethod } from '@/server/wrong-method'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void
type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Whom limits count a request to, as the door reads it (lib/client-address.ts). */
export function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for']
  return clientAddress({
    socketAddress: request.socket.remoteAddress ?? null,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null),
    trustedProxies: env.TRUST_PROXY,
  })
}

/** How much a network may still read: kept answers of the API say so too, and take nothing from it. */
export async function readAllowance(request: IncomingMessage): Promise<Headers> {
  const counter = new Counter('read')
  await counter.look('network', networkOf(addressOf(request)))
  const headers = new Headers()
  counter.describe(headers)
  return headers
}

type PastOptions = {
  dev: boolean
  onWrite: () => void
  /** Counts pages, each of which Next has to make: routes of the API count for themselves, at their door. */
  limit?: (request: IncomingMessage) => Promise<Response | null>
  /** Says which methods an address of the API has, to who tried another. */
  allowOf?: AllowOf
}

/** Refuses a network that asks too often for pages that have to be made. */
export async function limitPages(request: IncomingMessage): Promise<Response | null> {
  return new Counter('page').count('network', networkOf(addressOf(request)))
}

/**
 * Hands a request past the cache to Next: everything personal, every write. Next puts the nonce that it finds in the
 * request's policy on its own scripts. `onWrite` runs when a write has been answered.
 */
export function pastTheCache(next: NextHandler, { dev, onWrite, limit, allowOf }: PastOptions): Handler {
  return (request, response) => {
    const moved = movedTo((request.url ?? '').split('?', 1)[0] ?? '')
    if (moved) {
      response.writeHead(308, { Location: moved })
      response.end()
      return
    }
    if (request.method === 'GET' || request.method === 'HEAD') request.url = addressFor(request)
    const headers = protectiveHeaders([nonceSource(randomBytes(16).toString('base64'))], dev)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method === 'OPTIONS' && isApi(request)) {
      for (const [name, value] of Object.entries(preflightHeaders)) response.setHeader(name, value)
    }
    if (allowOf && isApi(request)) explainWrongMethod(request, response, allowOf)
    request.headers['content-security-policy'] = headers['Content-Security-Policy']
    delete request.headers['content-security-policy-report-only']
    request.headers[clientAddressHeader] = request.socket.remoteAddress ?? ''
    if (request.method !== 'GET' && request.method !== 'HEAD') response.once('finish', onWrite)
    const isPage =
      !/^\/(api|_next)\//.test(request.url ?? '') && (request.method === 'GET' || request.method === 'HEAD')
    if (!limit || !isPage) return hand(next, request, response)
    limit(request)
      .then((no) => (no ? sendAnswer(no, response) : hand(next, request, response)))
      .catch((error: unknown) => fail(request, response, error))
  }
}

// What pages of other sites may send; whether it is let in, the door says. The rest of the answer is Next's.
const preflightHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Request-Id',
  'Access-Control-Max-Age': '86400', // a day; browsers cut it down to their own most
}

function isApi({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/api/')
}

/** The inner listener: Next for the page cache and nobody else. */
export function fillHandler(next: NextHandler, secret: string): Handler {
  return (request, response) => {
    if (request.headers[fillSecretHeader] !== secret) {
      response.writeHead(404)
      response.end()
      return
    }
    delete request.headers[fillSecretHeader]
    hand(next, request, response)
  }
}

/** What everyone gets until pages can be served. */
export const notYet: Handler = (_request, response) => {
  const error = 'Starting. Try again in a moment.'
  response.writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '1' })
  response.end(JSON.stringify({ error }))
}

function hand(next: NextHandler, request: IncomingMessage, response: ServerResponse): void {
  next(request, response).catch((error: unknown) => fail(request, response, error))
}

/** The last answer there is, for what nobody else caught. */
export function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  logError(`${request.method} ${request.url} failed`, error)
  if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' })
  response.end('Our mistake.')
}
