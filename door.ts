import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Role, Viewer } from '@/db/types'
import { backToForm, isRefusal, refuse, seeOther } from '@/door/answers'
import { guard, whoAsks } from '@/door/caller'
import { Counter } from '@/door/counter'
import { env } from '@/env'
import type { RouteDescription } from '@/lib/api-route'
import type { AdminId, ModeratorId, UserId } from '@/lib/authority'
import { clientAddress, clientAddressHeader, networkOf, pageCacheAddress } from '@/lib/client-address'
import { unknownFields } from '@/lib/known-fields'
import type { LimitName } from '@/lib/limits'
import { signInPath } from '@/lib/next-path'
import { paperIdFromSegment } from '@/lib/paper-id'
import { isForm, isFormPost, readBody } from '@/lib/request-body'

export { refuse, seeOther } from '@/door/answers'

export type Who = 'anyone' | Role

export type DoorOptions<W extends Who, Body, Query> = {
  /** The least that the caller must be. */
  who: W
  /** What a token must allow, by default write for everything but GET; 'session' lets no token in. */
  scope?: 'read' | 'write' | 'session'
  /** The schema of the body, JSON or form. Without it no body is read. */
  body?: z.ZodType<Body>
  /** The schema of what stands behind the question mark. A parameter without a value counts as absent. */
  query?: z.ZodType<Query>
  limit: LimitName
  /** What the description of the API says of it; a reason where it is not described. */
  api?: RouteDescription | { untold: string }
  /** The account that a body names, for limits that count by account. */
  account?: (body: Body) => string
  /**
   * Mail programs post here by one click (RFC 8058): from wherever they are as long as they bring no cookie, and with
   * whatever body, as the address proves itself. A body that cannot be read is none.
   */
  isOneClick?: boolean
  /** Where a form without JavaScript goes: back to its page when refused, on to another when done. */
  form?: { back: Page<Record<string, unknown>>; done: Page<Body> }
}

type Page<T> = string | ((body: T) => string)

type Allowed<W extends Who> = W extends 'anyone'
  ? { viewer: Viewer | null; userId: UserId | null }
  : { viewer: Viewer; userId: UserId } & (W extends 'member' ? unknown : { moderatorId: ModeratorId }) &
      (W extends 'admin' ? { adminId: AdminId } : unknown)

export type Inside<W extends Who, Body, Query = undefined> = Allowed<W> & {
  body: Body
  query: Query
  /** The segments of the path as Next gives them. */
  params: Readonly<Record<string, string>>
  /** One of them by its name; throws when the route has none of that name. */
  param: (name: string) => string
  /** The canonical id of a route with [id]: [id] always means a paper. */
  paperId: string
  sessionId: string | null
  /** What the token that was sent allows; null for a session. */
  tokenScope: 'read' | 'write' | null
  /** What its owner calls that token. */
  tokenLabel: string | null
  /** A form without JavaScript asks: it wants a page, not JSON. */
  isForm: boolean
  /** It was a success: takes back what this request counted against network and account. */
  forgive: () => Promise<void>
  /** Counts one more against the same limits, for a request that asks for several things. @returns the refusal */
  countAgain: () => Promise<Response | null>
  request: Request
}

type Segments = Record<string, string | string[]>
type Handler = (request: Request, context: { params: Promise<Segments | undefined> }) => Promise<Response>

type Guard = {
  who: Who
  scope: 'read' | 'write' | 'session' | null
  limit: LimitName
  hasBody: boolean
  isOneClick: boolean
  body: z.ZodType | null
  query: z.ZodType | null
  api: RouteDescription | { untold: string } | null
}
const guards = new WeakMap<object, Guard>()

/** What guards this handler; null when it was not made by door. The matrix test and the description of the API ask it. */
export function guardOf(handler: object): Guard | null {
  return guards.get(handler) ?? null
}

/**
 * The only way to write a route: who may, what they send, how often, and one shape of answer. The function gets
 * somebody who may and a body that fits. What it returns is sent as JSON, a Response as it is; for no, return refuse().
 */
export function door<const W extends Who, Body = undefined, Query = undefined>(
  options: DoorOptions<W, Body, Query>,
  inside: (asked: Inside<W, Body, Query>) => unknown,
): Handler {
  const handler: Handler = async (request, context) => {
    const given = request.headers.get('x-request-id') ?? ''
    const id = /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    const counter = new Counter(options.limit)
    const params = single((await context.params) ?? {}) // a route without segments gets none
    const response = await answer(options, inside, request, params, counter).catch((error: unknown) => {
      unstable_rethrow(error)
      process.stderr.write(`${request.method} ${new URL(request.url).pathname} failed (${id}): ${inspect(error)}\n`)
      return refuse(500, `Our mistake. If it happens again, quote ${id.slice(0, 8)}.`, undefined, id)
    })
    const headers = new Headers(response.headers)
    if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-store')
    headers.set('X-Request-Id', id)
    counter.describe(headers)
    if (isForOtherSites(request, options.scope)) for (const [name, value] of openly) headers.set(name, value)
    return new Response(response.body, { status: response.status, headers })
  }
  const { who, scope = null, limit, body = null, query = null, api = null, isOneClick = false } = options
  guards.set(handler, { who, scope, limit, hasBody: body !== null, isOneClick, body, query, api })
  return handler
}

// Pages of other sites may read, and never as the person whose browser it is: without Allow-Credentials no cookie counts.
const openly = [
  ['Access-Control-Allow-Origin', '*'],
  [
    'Access-Control-Expose-Headers',
    'Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition, X-Did-You-Mean, X-Error-Message, X-Request-Id, X-Search-Note, X-Searched-By, X-Searched-For, X-Total-Count',
  ],
] as const

/** What anybody may read, and whatever is asked with a token (docs/decisions/0013). */
function isForOtherSites({ method, headers }: Request, scope: 'read' | 'write' | 'session' | undefined): boolean {
  if (scope === 'session') return false
  return method === 'GET' || method === 'HEAD' || headers.has('authorization')
}

/** The same steps for a form, whose refusals become a way back to its page. */
async function answer<W extends Who, Body, Query>(
  options: DoorOptions<W, Body, Query>,
  inside: (asked: Inside<W, Body, Query>) => unknown,
  request: Request,
  params: Record<string, string>,
  counter: Counter,
): Promise<Response> {
  const form = options.form && isFormPost(request.headers) ? options.form : null
  const network = networkOf(addressOf(request.headers))
  const tooOften = network === pageCacheAddress ? null : await counter.count('network', network)
  // A form gets back what was typed, whatever the answer; anything else that comes too often is not even read.
  if (tooOften && !form) return tooOften
  const read = form || options.body ? await readBodyOf(request, options) : nothingRead
  if (!form) return pass(options, inside, request, params, counter, read)

  const typed = read.ok ? read.value : {}
  const back = pageOf(form.back, typed)
  const response = tooOften ?? (await pass(options, inside, request, params, counter, read))
  if (response.status === 401 && options.who !== 'anyone') return seeOther(signInPath(back))
  if (isRefusal(response)) return backToForm(response, back, typed)
  // What the body says was checked by pass: it let it through.
  return response.status === 303 ? response : seeOther(pageOf(form.done, options.body?.parse(typed) as Body))
}

async function pass<W extends Who, Body, Query>(
  options: DoorOptions<W, Body, Query>,
  inside: (asked: Inside<W, Body, Query>) => unknown,
  request: Request,
  params: Record<string, string>,
  counter: Counter,
  read: Awaited<ReturnType<typeof readBody>>,
): Promise<Response> {
  const { headers, method } = request
  const isWrite = method !== 'GET' && method !== 'HEAD'
  const caller = await whoAsks({ headers, isWrite })
  if (caller instanceof Response) return caller
  const { who, scope = isWrite ? 'write' : 'read', isOneClick = false } = options
  const no = guard({ who, scope, isWrite, isOneClick }, caller, headers)
  if (no) return no
  const tooMany = caller.viewer && (await counter.count('person', caller.viewer.id))
  if (tooMany) return tooMany

  const paperId = params.id === undefined ? '' : paperIdFromSegment(params.id)
  if (paperId === null) return refuse(404, 'There is no paper of that id.')
  if (!read.ok) return refuse(read.status, read.error)
  const queried = options.query?.safeParse(queryOf(request))
  if (queried && !queried.success) return refuseQuery(queried.error)
  const parsed = options.body?.safeParse(read.value)
  // A form may hold more than is asked for, as a name for whoever keeps passwords.
  const unknown = options.body && !isOneClick && !isForm(headers) ? unknownFields(options.body, read.value) : {}
  if (parsed && !parsed.success) return refuseFields({ ...fieldsOf(parsed.error), ...unknown })
  if (Object.keys(unknown).length > 0) return refuseFields(unknown)
  const body = parsed?.data as Body // undefined only where Body is undefined: there is no schema
  const tooHard = options.account && (await counter.count('account', options.account(body)))
  if (tooHard) return tooHard

  const asked = {
    ...caller,
    body,
    query: queried?.data,
    params,
    param: (name: string) => segmentOf(params, name),
    paperId,
    isForm: options.form !== undefined && isFormPost(headers),
    forgive: () => counter.forgive(),
    countAgain: () => counter.countAgain(),
    request,
  } as unknown as Inside<W, Body, Query> // guard() has just checked that the caller is what W asks for
  const value = await inside(asked)
  return value instanceof Response ? value : Response.json(value ?? {})
}

const nothingRead = { ok: true as const, value: {} }

async function readBodyOf(request: Request, { isOneClick = false }: { isOneClick?: boolean }) {
  const read = await readBody(request)
  return isOneClick && !read.ok && read.status !== 413 ? nothingRead : read
}

function addressOf(headers: Headers): string {
  const socketAddress = headers.get(clientAddressHeader)
  return clientAddress({ socketAddress, forwardedFor: headers.get('x-forwarded-for'), trustedProxies: env.TRUST_PROXY })
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
}

function refuseFields(fields: Record<string, string>): Response {
  return refuse(400, Object.values(fields)[0] ?? 'That does not fit.', fields)
}

/** Messages of a query go on after the parameter's name. */
function refuseQuery(error: z.ZodError): Response {
  const fields = fieldsOf(error)
  const faults = Object.entries(fields).map(([name, message]) => `${name} ${message}`)
  return refuse(400, `${faults.join('; ')}.`, fields)
}

function fieldsOf({ issues }: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of issues) fields[path.join('.')] ??= message
  return fields
}

function pageOf<T>(page: Page<T>, body: T): string {
  return typeof page === 'string' ? page : page(body)
}

/** Each of our segments is one; a catch-all's many say nothing to a route. */
function single(segments: Segments): Record<string, string> {
  return Object.fromEntries(
    Object.entries(segments).flatMap(([name, one]) => (Array.isArray(one) ? [] : [[name, one]])),
  )
}

function segmentOf(params: Record<string, string>, name: string): string {
  const value = params[name]
  if (value === undefined) throw new Error(`This route has no [${name}].`)
  return value
}
