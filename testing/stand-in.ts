import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/* For tests: a service outside that answers as it should, until it is told to misbehave. */

/** How the answer goes wrong. */
export type Trouble =
  /** Nothing for so many ms, then the answer. */
  | { kind: 'slow'; ms: number }
  /** Head and half of the body, and the rest after so many ms. */
  | { kind: 'slow body'; ms: number }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'html' }
  /** The head promises more than comes. */
  | { kind: 'cut' }
  /** Half of it, as if that were all. */
  | { kind: 'half' }
  | { kind: 'empty' }
  /** Bytes of ISO 8859-1, which it says to be UTF-8. */
  | { kind: 'wrong encoding' }
  /** Bytes of ISO 8859-1, and it says so. */
  | { kind: 'latin1' }
  | { kind: 'hang up' }
  | { kind: 'redirect'; to: string }
  | { kind: 'without end' }

export type Reply = { status?: number; type: string; body: string; headers?: Record<string, string> }

export type Asking = { url: URL; headers: IncomingHttpHeaders; startedAt: number; endedAt: number | null }

export type StandIn = {
  url: string
  /** What was asked, in order. */
  asked: Asking[]
  /** The troubles of the next answers, one each; null for one that goes well. What comes after them goes well. */
  next: (...troubles: (Trouble | null)[]) => void
  /** Forgets what was asked, and the troubles that are to come. */
  calm: () => void
  close: () => void
}

/** Opens it on a free port of 127.0.0.1. A path that `answer` does not know is a 404. */
export async function openStandIn(answer: (url: URL) => Reply | null): Promise<StandIn> {
  const asked: Asking[] = []
  const queue: (Trouble | null)[] = []
  const server = createServer(async (request, response) => {
    const asking: Asking = { url: urlOf(request), headers: request.headers, startedAt: Date.now(), endedAt: null }
    asked.push(asking)
    response.on('close', () => {
      asking.endedAt = Date.now()
    })
    const reply = answer(asking.url) ?? { status: 404, type: 'text/html', body: '<h1>404 Not Found</h1>' }
    await send(response, reply, queue.shift() ?? null)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    next: (...troubles) => queue.push(...troubles),
    calm() {
      asked.length = 0
      queue.length = 0
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function urlOf({ url = '/', headers }: IncomingMessage): URL {
  return new URL(url, `http://${headers.host}`)
}

async function send(response: ServerResponse, reply: Reply, trouble: Trouble | null): Promise<void> {
  const { status = 200, type, body, headers = {} } = reply
  const bytes = Buffer.from(body)
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  const head = (more: Record<string, string | number> = {}) =>
    response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, ...headers, ...more })
  switch (trouble?.kind) {
    case undefined:
      head().end(bytes)
      return
    case 'slow':
      await sleep(trouble.ms)
      if (!response.destroyed) head().end(bytes)
      return
    case 'slow body':
      head().write(half)
      await sleep(trouble.ms)
      if (!response.destroyed) response.end(bytes.subarray(half.length))
      return
    case 'status':
      response.writeHead(trouble.status, { 'Content-Type': 'text/plain', ...trouble.headers })
      response.end(trouble.body ?? '')
      return
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.end('<!DOCTYPE html><html><head><title>Maintenance</title><body><p>Back soon<br></html>')
      return
    case 'cut':
      head({ 'Content-Length': bytes.length }).write(half, () => response.destroy())
      return
    case 'half':
      head().end(half)
      return
    case 'empty':
      head().end()
      return
    case 'wrong encoding':
      head().end(Buffer.from(body, 'latin1'))
      return
    case 'latin1':
      head({ 'Content-Type': `${type}; charset=iso-8859-1` }).end(Buffer.from(body, 'latin1'))
      return
    case 'hang up':
      response.destroy()
      return
    case 'redirect':
      response.writeHead(302, { Location: trouble.to }).end()
      return
    case 'without end':
      head()
      while (!response.destroyed) {
        response.write(' '.repeat(1 << 20))
        await sleep(1)
      }
  }
}
