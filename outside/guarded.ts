import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http'
import { request as safeRequest, Agent as TlsAgent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addAbortSignal } from 'node:stream'
import { type AllowedHosts, bareHost, isPublicAddress } from '@/lib/network-address'
import { retryAfterMs } from '@/lib/retry-after'
import { nameLookup, type Resolved } from '@/outside/name-lookup'

/* Requests to addresses that people gave. They leave for the open internet, and for what the host allowed of its own. */

type Asked = {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Names of headers that another host must not see, in lower case. */
  secretHeaders?: readonly string[]
  allowed: AllowedHosts
  /** Ms for all of it: name, connection, redirects and answer. */
  timeout?: number
  signal?: AbortSignal
  /** All addresses of a name. */
  resolve?: (host: string) => Promise<Resolved[]>
}

/**
 * `body` is at most the first few thousand bytes, as text, as far as they came in time. `retryAfter` is in ms.
 * `isInside` when it came from the host's own network.
 */
export type GuardedAnswer = { status: number; body: string; retryAfter: number | null; isInside: boolean }

export type NotSentKind = 'private' | 'plain' | 'port' | 'unknown' | 'slow' | 'unreachable' | 'redirects'

/** No answer: it was not let out, or nobody answered. The message is for whoever gave the address. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
  constructor(
    readonly kind: NotSentKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

const mostRedirects = 3
const mostBytes = 4_096
const defaultTimeout = 10_000
const brokeOff = 'The connection broke off.'

// Agents of our own: the global ones may be told by the environment to go through a proxy, which would connect for us.
// A second for each address of a name before the next is tried as well: a quarter, the default, is less than some paths take.
const connecting = { keepAlive: false, autoSelectFamilyAttemptTimeout: 1_000 }
const agents = { 'http:': new PlainAgent(connecting), 'https:': new TlsAgent(connecting) }

/**
 * Asks an address that somebody gave. Its name is resolved once, every address found is checked, and the connection
 * goes to those very addresses; the same at each redirect.
 * @throws NotSent when it was not let out or nobody answered in time
 */
export async function guardedRequest(address: string, asked: Asked): Promise<GuardedAnswer> {
  const { timeout = defaultTimeout, signal } = asked
  const timer = new AbortController()
  const late = setTimeout(() => timer.abort(), timeout)
  const stop = signal ? AbortSignal.any([timer.signal, signal]) : timer.signal
  try {
    return await follow(new URL(address), asked, stop)
  } catch (error) {
    if (timer.signal.aborted) {
      throw new NotSent('slow', `No answer within ${Math.round(timeout / 1000)} seconds.`, { cause: error })
    }
    if (error instanceof NotSent || signal?.aborted) throw error
    throw new NotSent('unreachable', reasonOf(error), { cause: error })
  } finally {
    clearTimeout(late)
  }
}

/** The addresses that may be connected to. @throws NotSent when one of them may not, or the name is not known */
export async function checkTarget(
  url: URL,
  { allowed, resolve = resolveName }: Pick<Asked, 'allowed' | 'resolve'>,
): Promise<Resolved[]> {
  const host = bareHost(url.hostname)
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host)
  if (found.length === 0) throw new NotSent('unknown', `There is no host called ${host}.`)
  const isOwn = ({ address }: Resolved) => allowed.hasHost(host) || allowed.hasAddress(address)
  // One that is inside is enough to refuse: an honest name does not point both ways.
  const inside = found.find((each) => !isOwn(each) && !isPublicAddress(each.address))
  if (inside) throw new NotSent('private', privateWords(host))
  if (found.every(isOwn)) return found
  if (url.protocol !== 'https:') {
    throw new NotSent('plain', 'Only https:// leaves for the open internet.')
  }
  if (!isOpenPort(url)) throw new NotSent('port', `Port ${url.port} is not one that webhooks are sent to.`)
  return found
}

const lookUp = nameLookup()

/** All addresses of a name, in the resolver's order. @throws NotSent when there are none, or not in time */
async function resolveName(host: string): Promise<Resolved[]> {
  const found = await lookUp(host).catch((cause: unknown) => {
    throw new NotSent('unknown', `The host ${host} could not be found.`, { cause })
  })
  if (found === 'slow') throw new NotSent('slow', `The name ${host} could not be looked up in time.`)
  return found
}

async function follow(start: URL, asked: Asked, stop: AbortSignal): Promise<GuardedAnswer> {
  let url = start
  let headers = asked.headers ?? {}
  for (let redirects = 0; ; redirects++) {
    const found = await unlessStopped(checkTarget(url, asked), stop)
    const response = await unlessStopped(send(url, { ...asked, headers }, found, stop), stop)
    const next = nextAddress(url, response, asked.method)
    if (next === null) {
      return { ...(await read(response, stop)), isInside: !found.every(({ address }) => isPublicAddress(address)) }
    }
    response.destroy()
    if (redirects === mostRedirects) throw new NotSent('redirects', 'It sends on from one address to the next.')
    if (next.origin !== url.origin) headers = without(headers, asked.secretHeaders ?? [])
    url = next
  }
}

/** Where an answer sends on to; null where it is the answer. A post stays a post or goes nowhere. */
function nextAddress(url: URL, { statusCode = 0, headers }: IncomingMessage, method: string): URL | null {
  const sendsOn = method === 'POST' ? [307, 308] : [301, 302, 303, 307, 308]
  if (!sendsOn.includes(statusCode) || headers.location === undefined) return null
  const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : null
  if (next && /^https?:$/.test(next.protocol)) return next
  throw new NotSent('redirects', 'It sends on to what is no address of the web.')
}

function send(url: URL, asked: Asked, found: Resolved[], stop: AbortSignal): Promise<IncomingMessage> {
  const { method, headers, body } = asked
  const isPlain = url.protocol === 'http:'
  return new Promise((resolve, reject) => {
    const request = (isPlain ? plainRequest : safeRequest)(url, {
      method,
      headers: {
        Accept: '*/*',
        'Accept-Encoding': 'identity',
        ...headers,
        ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }),
      },
      // A user name in the address would be sent as a password.
      auth: undefined,
      agent: isPlain ? agents['http:'] : agents['https:'],
      lookup: pinnedTo(found),
      signal: stop,
    })
    request.on('response', resolve)
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      reject(new NotSent('unreachable', 'It wants to speak another protocol.'))
    })
    request.on('error', (error) => reject(new NotSent('unreachable', reasonOf(error), { cause: error })))
    // Whatever ends a request without an answer or an error: nobody waits for it for ever.
    request.on('close', () => reject(new NotSent('unreachable', brokeOff)))
    request.end(body)
  })
}

/** Answers the socket's own question with what was checked, whatever the name says by now. */
function pinnedTo(found: Resolved[]): LookupFunction {
  return (_, options, answer) => {
    const [first] = found
    if (options.all) answer(null, found)
    else if (first) answer(null, first.address, first.family)
    else answer(new Error('Nothing was checked.'), '', 4)
  }
}

async function read(response: IncomingMessage, stop: AbortSignal): Promise<Omit<GuardedAnswer, 'isInside'>> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of addAbortSignal(stop, response) as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= mostBytes) break
    }
  } catch {
    // The answer is its status; words that break off, or do not end in time, are shown as far as they came.
  }
  const body = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, mostBytes))
  return {
    status: response.statusCode ?? 0,
    body,
    retryAfter: retryAfterMs(response.headers['retry-after'], Date.now()),
  }
}

/** For what cannot be stopped, as a resolver, or may not end when it is. */
function unlessStopped<T>(promise: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopped = () => reject(stop.reason)
    if (stop.aborted) stopped()
    stop.addEventListener('abort', stopped, { once: true })
    promise.then(resolve, reject).finally(() => stop.removeEventListener('abort', stopped))
  })
}

/** Below 1024 live services that have nothing to do with webhooks. */
function isOpenPort({ port }: URL): boolean {
  return port === '' || Number(port) >= 1024
}

function without(headers: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())))
}

function privateWords(host: string): string {
  return `${host} is inside a private network. Nothing is sent there unless whoever runs this site allows it.`
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Record<string, string> = {
    ECONNREFUSED: 'Nobody listens there: the connection was refused.',
    ECONNRESET: brokeOff,
    EHOSTUNREACH: 'There is no way to that host.',
    ENETUNREACH: 'There is no way to that network.',
    ETIMEDOUT: 'The host did not answer.',
    CERT_HAS_EXPIRED: 'Its certificate has expired.',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by itself alone.',
    SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is signed by somebody unknown here.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certificate is signed by somebody unknown here.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is another host’s.',
    EPROTO: 'It does not speak https.',
  }
  return known[code] ?? `The connection failed (${code || String(error)}).`
}
