import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter } from '@/door/counter'
import { env } from '@/env'
import { networkOf } from '@/lib/client-address'
import { type Live, readLiveRequest } from '@/server/live'

// Each open page has one: a lab behind one address, not a flood.
const streamsOfNetwork = 500
const streamsInAll = 10_000

/** The way to the live streams, under the limits of the door. */
export class LiveDoor {
  readonly #live: Live
  readonly #addressOf: (request: IncomingMessage) => string
  readonly #open = new Map<string, number>()

  constructor(live: Live, addressOf: (request: IncomingMessage) => string) {
    this.#live = live
    this.#addressOf = addressOf
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET') return refuse(response, 405, 'Listening is a GET.', { Allow: 'GET' })
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    const asked = readLiveRequest(query, header(request, 'last-event-id'))
    if ('error' in asked) return refuse(response, 400, asked.error)
    const network = networkOf(this.#addressOf(request))
    const tooOften = await new Counter('read').count('network', network)
    if (tooOften)
      return refuse(response, 429, 'Too many at once.', { 'Retry-After': tooOften.headers.get('retry-after') ?? '60' })
    if (env.LIMIT_READS === 'on' && this.#isFull(network)) {
      return refuse(response, 429, 'Too many live streams from this network.', { 'Retry-After': '60' })
    }
    if (response.destroyed) return
    this.#count(network, 1)
    response.on('close', () => this.#count(network, -1))
    this.#live.open(asked.scope, asked.after, request, response)
  }

  #isFull(network: string): boolean {
    return (this.#open.get(network) ?? 0) >= streamsOfNetwork || this.#live.count >= streamsInAll
  }

  #count(network: string, change: number): void {
    const open = (this.#open.get(network) ?? 0) + change
    if (open > 0) this.#open.set(network, open)
    else this.#open.delete(network)
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function refuse(response: ServerResponse, status: number, error: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Error-Message': error,
    ...headers,
  })
  response.end(JSON.stringify({ error }))
}
