import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { clientAddressHeader, pageCacheAddress } from '@/lib/client-address'

/** What Next answered to a fill. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** The nonce of the policy marks the page's own scripts. */
export type FillRequest = { path: string; accept: string; policy: string }

export type Fetch = (asked: FillRequest) => Promise<Answer>

type Options = { port: number; secret: string; siteUrl: string; deadline: number; maxBytes: number }

/** Proves to the inner listener that a request comes from this process. */
export const fillSecretHeader = 'x-fill-secret'

/** The page is larger than a cache should hold; it can still be sent past it. */
export class TooLarge extends Error {}

/**
 * Asks Next for a page as nobody in particular: without cookie or authorization, with one fixed user agent, over
 * loopback to a listener of its own. Rejects after the deadline (ms), and with TooLarge past maxBytes.
 */
export function fillFrom({ port, secret, siteUrl, deadline, maxBytes }: Options): Fetch {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const { host, protocol } = new URL(siteUrl)
  const fixed = {
    host,
    'user-agent': 'page-cache',
    'accept-encoding': 'identity',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.replace(':', ''),
    [fillSecretHeader]: secret,
    [clientAddressHeader]: pageCacheAddress,
  }
  return ({ path, accept, policy }) =>
    new Promise((resolve, reject) => {
      const headers = { ...fixed, accept, 'content-security-policy': policy }
      const signal = AbortSignal.timeout(deadline)
      const asked = request({ host: '127.0.0.1', port, path, agent, headers, signal }, (answer) => {
        const chunks: Buffer[] = []
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > maxBytes) asked.destroy(new TooLarge(`${path} is larger than ${maxBytes} bytes`))
          else chunks.push(chunk)
        })
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks, size) }),
        )
      })
      asked.on('error', (cause) => {
        if (cause instanceof TooLarge) reject(cause)
        else reject(new Error(`Filling ${path} failed`, { cause }))
      })
      asked.end()
    })
}
