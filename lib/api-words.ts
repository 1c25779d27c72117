import { monthOf } from '@/lib/days'
import type { ApiDocument, Operation } from '@/lib/openapi'
import type { JsonSchema } from '@/lib/openapi-schema'

/* The description of the API in words and examples, for people who read it. */

/** An operation with where it is. */
export type DescribedOperation = { method: string; path: string; id: string; operation: Operation }

/** Operations under their headings, in the order of the description. */
export function operationsByTag(
  document: ApiDocument,
): { tag: ApiDocument['tags'][number]; all: DescribedOperation[] }[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]): DescribedOperation[] =>
      operation ? [{ method: method.toUpperCase(), path, id: operation.operationId, operation }] : [],
    ),
  )
  return document.tags.map((tag) => ({ tag, all: all.filter(({ operation }) => operation.tags.includes(tag.name)) }))
}

/** What a value may be, in a few words: `integer, 1 to 100; 50 if left out`, `list of day.closed or paper.votes`. */
export function schemaInWords(schema: JsonSchema): string {
  const { default: usual } = schema
  return usual === undefined ? kindInWords(schema) : `${kindInWords(schema)}; ${String(usual)} if left out`
}

/** The fields of a body, each with what it may be and whether it must be there. */
export function fieldsOf(schema: JsonSchema): { name: string; is: string; isNeeded: boolean; about: string }[] {
  const { properties = {}, required = [] } = schema as Fields
  return Object.entries(properties).map(([name, field]) => ({
    name,
    is: schemaInWords(field),
    isNeeded: required.includes(name),
    about: typeof field.description === 'string' ? field.description : '',
  }))
}

/** The same of an answer as a shape: `{ id: text, authors: [Author] }`. Named schemas stand for what they hold. */
export function shapeInWords(schema: JsonSchema, depth = 0): string {
  const name = nameOf(schema)
  if (name !== null) return name
  const { properties, items, anyOf, additionalProperties } = schema as Fields
  if (anyOf) return anyOf.map((one) => shapeInWords(one, depth)).join(' or ')
  if (items) return `[${shapeInWords(items, depth)}]`
  if (!properties) {
    const isMap = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0
    return isMap ? `{ name: ${shapeInWords(additionalProperties)} }` : kindInWords(schema)
  }
  const { required = [] } = schema as Fields
  const inner = '  '.repeat(depth + 1)
  const lines = Object.entries(properties).map(
    ([field, one]) => `${inner}${field}${required.includes(field) ? '' : '?'}: ${shapeInWords(one, depth + 1)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

/** What the answer of an operation is made of; null where it is a redirect. */
export function answerOf({ responses }: Operation): { status: string; schema: JsonSchema | null } {
  const [status = '200', answer] = Object.entries(responses).find(([code]) => code < '400') ?? []
  const content = answer && 'content' in answer ? answer.content : undefined
  return { status, schema: content?.['application/json'].schema ?? null }
}

/** The name of the schema that this is a list of; null when it is no list of a named one. */
export function listedName({ items }: JsonSchema): string | null {
  return typeof items === 'object' && items !== null ? nameOf(items as JsonSchema) : null
}

/** The name of the schema that this one refers to; null when it refers to none. */
export function nameOf(schema: JsonSchema): string | null {
  return typeof schema.$ref === 'string' ? (schema.$ref.split('/').at(-1) ?? null) : null
}

/** A command that calls it, as a shell takes it, for a day and a paper that the site has. */
export function curlOf(
  { method, path, operation }: DescribedOperation,
  { siteUrl, day, paperId }: { siteUrl: string; day: string; paperId: string },
): string {
  const examples: Record<string, string> = {
    ...anywhere,
    ...{ id: paperId, ids: paperId, issue: day, date: day, month: monthOf(day) },
  }
  const address = siteUrl + path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? name.toUpperCase())
  const body = operation.requestBody?.content['application/json'].schema
  const needsToken = !operation.security.some((way) => Object.keys(way).length === 0)
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "${address}${exampleQuery(operation, examples)}"`,
    ...(needsToken ? ['  -H "Authorization: Bearer $TOKEN"'] : []),
    ...(body ? ['  -H "Content-Type: application/json"', `  -d '${JSON.stringify(exampleBody(body))}'`] : []),
  ].join(' \\\n')
}

type Fields = {
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  additionalProperties?: JsonSchema | boolean
}

const anywhere = { name: 'NAME', q: 'attention', category: 'cs.LG' }

/** What the first parameters of a query might be; paging is left out. */
function exampleQuery({ parameters }: Operation, examples: Record<string, string>): string {
  const names = parameters.filter((one) => one.in === 'query' && examples[one.name]).map(({ name }) => name)
  const [first] = names
  return first ? `?${first}=${examples[first]}` : ''
}

const typed: Record<string, unknown> = {
  comment: 'Worth two minutes.',
  reason: 'Off topic.',
  paperId: '2308.10087',
  arxivId: '2308.10087',
  kind: 'keyword',
  value: 'state space',
  name: 'To read',
  email: 'you@lab.edu',
  token: 'TOKEN_OF_THE_LINK',
  url: 'https://lab.example/hooks/papers',
  label: 'Our channel',
  isOn: true,
  q: 'state space',
  githubRepo: 'https://github.com/lab/code',
  note: 'Read section 3 again.',
  about: 'For Thursdays.',
}

/** What must be sent, or the first field that might be where nothing must. */
function exampleBody(schema: JsonSchema): Record<string, unknown> {
  const { properties = {}, required = [] } = schema as Fields
  const [first] = Object.keys(properties).filter((name) => name in typed)
  const names = required.length > 0 ? required : first ? [first] : []
  return Object.fromEntries(names.map((name) => [name, exampleOf(name, properties[name] ?? {})]))
}

function exampleOf(name: string, schema: JsonSchema): unknown {
  const { enum: choices, const: only, items } = schema
  const [choice] = Array.isArray(choices) ? choices : []
  if (only !== undefined) return only
  if (choice !== undefined) return Array.isArray(choices) && choices.includes(typed[name]) ? typed[name] : choice
  if (typeof items === 'object' && items !== null) return [exampleOf(name, items as JsonSchema)]
  return typed[name] ?? ''
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'true or false',
  null: 'null',
}

function kindInWords(schema: JsonSchema): string {
  const { type, enum: choices, const: only, items, anyOf, format, minimum, maximum, maxLength, maxItems } = schema
  if (only !== undefined) return JSON.stringify(only)
  if (Array.isArray(choices))
    return choices
      .map(String)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')
  if (Array.isArray(anyOf)) return anyOf.map((one) => kindInWords(one)).join(' or ')
  if (type === 'array') {
    const most = typeof maxItems === 'number' && maxItems > 0 ? `, at most ${maxItems}` : ''
    return `list of ${kindInWords((items as JsonSchema | undefined) ?? {})}${most}`
  }
  if (Array.isArray(type)) return type.map((one) => kinds[one] ?? one).join(' or ')
  if (format === 'date') return 'day'
  if (format === 'date-time') return 'time'
  if (typeof minimum === 'number' && typeof maximum === 'number')
    return `${kinds[String(type)]}, ${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}`
  if (typeof maxLength === 'number') return `text, at most ${maxLength.toLocaleString('en')} characters`
  return kinds[String(type)] ?? (type === undefined ? 'anything' : String(type))
}
