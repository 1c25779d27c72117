import type { z } from 'zod'
import type { ApiRoute, RouteDescription } from '@/lib/api-route'
import { refusalAnswer } from '@/lib/api-shapes'
import { answerSchema, type Components, inputSchema, type JsonSchema } from '@/lib/openapi-schema'

export type Parameter = {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: JsonSchema
}

type Content = { 'application/json': { schema: JsonSchema } }
type Header = { description: string; schema: JsonSchema }

/** An answer of an operation. */
export type Answer = { description: string; content?: Content; headers?: Record<string, Header | Reference> }

type Reference = { $ref: string }

/** One method of one path. */
export type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Answer | Reference>
  security: Record<string, string[]>[]
}

/** A description of the API as OpenAPI 3.1. */
export type ApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<string, Operation>>>
  components: {
    schemas: Components
    responses: Record<string, Answer>
    headers: Record<string, Header>
    securitySchemes: Record<string, Record<string, string>>
  }
}

type Site = { name: string; url: string; version: string }

/** The description of all that is told of. The routes stand in their own order. */
export function describeApi(routes: readonly ApiRoute[], site: Site): ApiDocument {
  const schemas: Components = {}
  const refusal = answerSchema(refusalAnswer, schemas)
  const paths: ApiDocument['paths'] = {}
  for (const route of routes) {
    const methods = paths[route.path] ?? {}
    methods[route.method.toLowerCase()] = operation(route, schemas)
    paths[route.path] = methods
  }
  const used = new Set(routes.map(({ path }) => tagOf(path)))
  return {
    openapi: '3.1.0',
    info: {
      title: site.name,
      version: site.version,
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: site.url }],
    tags: tags.filter(({ name }) => used.has(name)),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, { name, says }]) => [
          name,
          {
            description: says,
            content: { 'application/json': { schema: refusal } },
            ...(status === '429' && { headers: { 'Retry-After': headerOf('RetryAfter') } }),
          },
        ]),
      ),
      headers,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token from the settings.' } },
    },
  }
}

const about = [
  'The routes of Hugging Face’s papers API, for clients that were written for it, and more.',
  'Lists lead on by the Link header (rel="next"). Refusals are {error, fields?}. Reading needs no token unless said.',
  'Pages of other sites may read, and write with a token (CORS); cookies count on this site’s own pages alone.',
  'Sign-in, account settings, tokens and invitations take a browser’s session alone and are not described here.',
].join(' ')

const tags = [
  { name: 'papers', description: 'Lists of papers, single papers, votes and submissions.' },
  { name: 'comments', description: 'What people say about papers.' },
  { name: 'people', description: 'People, and who is asking.' },
  { name: 'lists', description: 'Reading lists.' },
  { name: 'follows', description: 'What somebody follows, and their own daily list.' },
  { name: 'letters', description: 'Letters by mail.' },
  { name: 'webhooks', description: 'News for other programs.' },
  { name: 'moderation', description: 'What moderators do, and the log of it.' },
  { name: 'site', description: 'How the site is.' },
]

/** Which part of the API a path belongs to. */
export function tagOf(path: string): string {
  const [, , part = '', ...rest] = path.split('/')
  if (part === 'papers' || part === 'comments') {
    return part === 'comments' || /^comments?$/.test(rest[1] ?? '') ? 'comments' : 'papers'
  }
  return tagsOfParts[part] ?? part
}

const tagsOfParts: Record<string, string> = {
  daily_papers: 'papers',
  new: 'papers',
  days: 'papers',
  users: 'people',
  viewer: 'people',
  'whoami-v2': 'people',
  following: 'follows',
  searches: 'follows',
  subscriptions: 'letters',
  digest: 'letters',
  admin: 'site',
  health: 'site',
  'openapi.json': 'site',
}

const headers: Record<string, Header> = {
  Link: { description: 'Leads to the next page: <address>; rel="next". None on the last.', schema: { type: 'string' } },
  RateLimit: {
    description: 'What is left: "read";r=599;t=60. Answers that are kept for everybody cost nothing and have none.',
    schema: { type: 'string' },
  },
  RateLimitPolicy: {
    description: 'How much there is: "fixed window";"read";q=600;w=60.',
    schema: { type: 'string' },
  },
  RetryAfter: { description: 'Seconds until it makes sense to ask again.', schema: { type: 'integer' } },
}

const refusals: Record<string, { name: string; says: string }> = {
  400: { name: 'BadRequest', says: 'What was sent does not fit; `fields` says where.' },
  401: { name: 'Unauthorized', says: 'Who are you? Send a token that is known here.' },
  403: { name: 'Forbidden', says: 'You may not, or not with this token.' },
  404: { name: 'NotFound', says: 'There is no such thing here.' },
  409: { name: 'Conflict', says: 'As things stand it cannot be done.' },
  413: { name: 'TooLarge', says: 'More than 1 MB.' },
  415: { name: 'UnknownType', says: 'Neither JSON nor a form.' },
  429: { name: 'TooMany', says: 'Too many at once.' },
  500: { name: 'Fault', says: 'Our mistake, or that of a service that was asked.' },
}

function operation(route: ApiRoute, schemas: Components): Operation {
  const { method, path, told, who, scope, body, query, limit } = route
  const parameters = [...pathParameters(path), ...(query ? queryParameters(query) : [])]
  const isPaged = parameters.some(({ name }) => name === 'p' || name === 'cursor')
  const limits = { RateLimit: headerOf('RateLimit'), 'RateLimit-Policy': headerOf('RateLimitPolicy') }
  const good: Answer = {
    description: told.answer === null ? 'Done: Location leads to the page.' : 'Done.',
    headers: { ...limits, ...(isPaged && { Link: headerOf('Link') }) },
    ...(told.answer && { content: { 'application/json': { schema: answerSchema(told.answer, schemas) } } }),
  }
  return {
    operationId: operationId(method, path),
    summary: told.says,
    description: `${whoMay(who, scope)} At most ${limit.points} in ${secondsInWords(limit.seconds)} ("${limit.name}").`,
    tags: [tagOf(path)],
    parameters,
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: closed(inputSchema(body)) } } },
    }),
    responses: {
      ...Object.fromEntries(statusesOf(told).map((status) => [status, good])),
      ...Object.fromEntries(
        refusalsOf(route).map((no) => [no, { $ref: `#/components/responses/${refusals[no]?.name}` }]),
      ),
    },
    security: who === 'anyone' ? [{}, { token: [] }] : [{ token: [] }],
  }
}

function statusesOf({ answer, status = 200 }: RouteDescription): readonly number[] {
  if (answer === null) return [303]
  return typeof status === 'number' ? [status] : status
}

/** The door refuses fields that it does not know. */
function closed(schema: JsonSchema): JsonSchema {
  return { ...schema, additionalProperties: false }
}

/** Which refusals are to be expected; a fault of ours always is. */
function refusalsOf({ method, who, body, query }: ApiRoute): string[] {
  const isWrite = method !== 'GET'
  return [
    ...(body || query ? ['400'] : []),
    '401', // a token that is not known is refused by every route
    ...(isWrite || who === 'moderator' || who === 'admin' ? ['403'] : []),
    '404',
    ...(isWrite ? ['409'] : []),
    ...(body ? ['413', '415'] : []),
    '429',
    '500',
  ]
}

function headerOf(name: keyof typeof headers): Reference {
  return { $ref: `#/components/headers/${name}` }
}

const segments: Record<string, { description: string; schema: JsonSchema }> = {
  id: {
    description: 'A paper: an arXiv id without version. The slash of an old one may stand as it is, as %2F or as ~.',
    schema: { type: 'string' },
  },
  commentId: { description: 'A comment.', schema: { type: 'string' } },
  listId: { description: 'A list; `default` is the one that is saved to.', schema: { type: 'string' } },
  name: { description: 'A name.', schema: { type: 'string' } },
  issue: { description: 'A day or week: 2026-06-02 or 2026-W23.', schema: { type: 'string' } },
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = segments[name] ?? { description: 'An id.', schema: { type: 'string' } }
    return { name, in: 'path', required: true, ...known }
  })
}

function queryParameters(query: z.ZodType): Parameter[] {
  const { properties = {}, required = [] } = inputSchema(query) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: typeof description === 'string' ? description : '',
    schema,
  }))
}

/** As in putPapersIdVote: a name of its own for each, for programs that make clients. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function whoMay(who: ApiRoute['who'], scope: ApiRoute['scope']): string {
  const token = `a token that may ${scope}`
  if (who === 'anyone')
    return scope === 'read' ? 'For everybody.' : 'For everybody; a token must be one that may write.'
  const whose = { member: 'a member', moderator: 'a moderator', admin: 'an admin' }[who]
  return `For ${whose}, with ${token}.`
}

function secondsInWords(seconds: number): string {
  if (seconds === 60) return 'a minute'
  if (seconds === 3600) return 'an hour'
  return seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} seconds`
}
