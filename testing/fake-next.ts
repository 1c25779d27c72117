import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { fillFrom } from '@/server/fill'
import { PageCache, type PageCacheOptions } from '@/server/page-cache'

/* For tests: a site whose pages are made by a function instead of Next, behind the real cache, fill and sockets. */

type Render = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }

export type FakeSite = {
  cache: PageCache
  /** What was asked of Next by fills, in order. */
  fills: IncomingMessage[]
  /** What went past the cache. */
  past: IncomingMessage[]
  /** Moves the cache's clock on, by ms. */
  wait: (ms: number) => void
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Got>
  close: () => void
}

export async function openFakeSite(render: Render, options: Partial<PageCacheOptions> = {}): Promise<FakeSite> {
  const fills: IncomingMessage[] = []
  const past: IncomingMessage[] = []
  let now = 1_000_000
  const inner = createServer((asked, answer) => {
    fills.push(asked)
    void render(asked, answer)
  })
  const port = await listen(inner)
  const cache = new PageCache({
    fetch: fillFrom({ port, secret: 's', siteUrl: 'http://papers.test', deadline: 2_000, maxBytes: 1 << 20 }),
    past(asked, answer) {
      past.push(asked)
      void render(asked, answer)
    },
    headers: (scripts) => ({ 'Content-Security-Policy': `script-src ${scripts.join(' ')}` }),
    clock: () => now,
    ...options,
  })
  const outer = createServer((asked, answer) => {
    if (!cache.handle(asked, answer)) {
      past.push(asked)
      void render(asked, answer)
    }
  })
  const outerPort = await listen(outer)
  return {
    cache,
    fills,
    past,
    wait: (ms) => {
      now += ms
    },
    get: (path, headers, method) => get(outerPort, path, headers, method),
    close() {
      for (const server of [outer, inner]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** Answers with a page of this HTML. */
export function html(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' })
  response.end(body)
}

/** A raw request: fetch would decode, follow and add headers. */
export function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: body.toString() })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}
