import { retryAfterMs } from '@/lib/retry-after'
import { Outside } from '@/outside/fault'
import { userAgent } from '@/outside/user-agent'

export type Request = {
  service: string
  /** Ms for the whole answer. */
  timeout: number
  /** Hosts besides the one that is asked to which the service may send on. */
  hosts?: RegExp
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** What came back. `retryAfter` is in seconds; null when the service does not say. */
export type Answer = { status: number; text: string; isLimited: boolean; retryAfter: number | null }

// A thousand papers are two megabytes.
const mostBytes = 20_000_000
const mostRedirects = 4

/**
 * One request and its whole answer, whatever its status.
 * @throws Outside when there is none, it is too long, or it is no text; the signal's own reason when that stops it
 */
export async function fetchText(url: string, { service, timeout, hosts, headers, signal }: Request): Promise<Answer> {
  const late = AbortSignal.timeout(timeout)
  const stop = signal ? AbortSignal.any([late, signal]) : late
  let answered = false
  try {
    const response = await follow(new URL(url), { service, hosts, headers, signal: stop })
    answered = true
    const text = decoded(await wholeBody(response), response.headers.get('content-type') ?? '')
    const { status } = response
    return { status, text, isLimited: isLimited(response), retryAfter: retryAfterOf(response.headers, Date.now()) }
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof Outside) throw cause
    throw new Outside(late.aborted ? 'slow' : answered ? 'broken' : 'down', service, { cause })
  }
}

type Following = Pick<Request, 'service' | 'hosts' | 'headers'> & { signal: AbortSignal }

/** Goes where the service sends, but only to itself: an answer of somebody else's would be taken for its. */
async function follow(first: URL, { service, hosts, headers, signal }: Following): Promise<Response> {
  let url = first
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const own = url.origin === first.origin ? headers : {} // keys are for the one that was asked
    const response = await fetch(url, {
      headers: { 'User-Agent': userAgent, ...own },
      redirect: 'manual',
      signal,
    })
    const location = response.headers.get('location')
    if (!location || ![301, 302, 303, 307, 308].includes(response.status)) return response
    await response.body?.cancel()
    const next = URL.canParse(location, url) ? new URL(location, url) : null
    if (!next || !mayFollow(first, next, hosts)) {
      throw new Outside('broken', service, { cause: new Error(`It sends on to ${location.slice(0, 200)}`) })
    }
    url = next
  }
  throw new Outside('broken', service, { cause: new Error('It sends on for ever') })
}

function mayFollow(from: URL, to: URL, hosts: RegExp | undefined): boolean {
  if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:')) return false
  return to.host === from.host || (to.port === '' && hosts?.test(to.hostname) === true)
}

async function wholeBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // The types of the browser's streams leave out that Node's can be walked through.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Error(`Longer than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** As the answer says it is written; half-read letters would end up in titles, so a wrong byte is a fault. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const [, declared] =
    /^<\?xml[^>]*?\bencoding=["']([\w.-]+)["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1')) ?? []
  const [, given = declared] = /charset="?([\w.-]+)/i.exec(contentType) ?? []
  return new TextDecoder(given ?? 'utf-8', { fatal: true }).decode(bytes)
}

/** GitHub says so with a 403, others with a 429. */
function isLimited({ status, headers }: Response): boolean {
  return (
    status === 429 || (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')))
  )
}

/** In seconds; GitHub names the time in a header of its own. */
function retryAfterOf(headers: Headers, now: number): number | null {
  const ms = retryAfterMs(headers.get('retry-after'), now) ?? untilReset(headers, now)
  return ms === null ? null : Math.ceil(ms / 1_000)
}

function untilReset(headers: Headers, now: number): number | null {
  const reset = headers.get('x-ratelimit-reset') ?? ''
  if (headers.get('x-ratelimit-remaining') !== '0' || !/^\d+$/.test(reset)) return null
  return Math.max(Number(reset) * 1_000 - now, 0)
}
