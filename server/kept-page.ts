import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isUnchanged } from '@/lib/conditional'
import { trustByHash } from '@/lib/csp'
import { chooseEncoding, type Encoded, type Encoding, encode } from '@/server/encodings'
import type { Answer } from '@/server/fill'

export type CacheState = 'hit' | 'stale' | 'miss'

/** Header fields as name, value, name, value: the form that Node writes without looking at them again. */
type RawHeaders = string[]

type Form = { etag: string; body: Buffer; full: Record<CacheState, RawHeaders>; unchanged: RawHeaders }

/** A finished page: its bytes and its header fields, ready to be sent in each encoding. */
export type KeptPage = {
  status: number
  hash: string
  /** When it changed last, ms, where it says so. */
  modifiedAt: number | null
  forms: Record<Encoding, Form>
  encoded: Encoded
  size: number
}

export type Making = {
  nonce: string
  cacheControl: string
  /** Header fields of a kind of content, given the sources of its own inline scripts. */
  headers: (scripts: readonly string[]) => Record<string, string>
}

// The only fields of Next's answer that mean something to a reader of a kept page.
const passedOn = [
  'content-type',
  'last-modified',
  'link',
  'x-robots-tag',
  'x-error-message',
  'access-control-allow-origin',
  'access-control-expose-headers',
]

/** Compresses and labels an answer, once; an earlier page of the same bytes lends its compressed ones. */
export async function keepPage(answer: Answer, making: Making, earlier: KeptPage | null): Promise<KeptPage> {
  const { body, scripts } = finish(answer, making.nonce)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const encoded = earlier?.hash === hash ? earlier.encoded : await encode(body, 5)
  const common: RawHeaders = []
  for (const name of passedOn) {
    const value = answer.headers[name]
    if (typeof value === 'string') common.push(name, value)
  }
  common.push(
    'Cache-Control',
    making.cacheControl,
    'Vary',
    hasForms(answer) ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
  )
  common.push(...Object.entries(making.headers(scripts)).flat())
  const forms = {
    br: formOf('br', encoded.br, hash, common),
    gzip: formOf('gzip', encoded.gzip, hash, common),
    identity: formOf('identity', encoded.identity, hash, common),
  }
  const size = encoded.br.length + encoded.gzip.length + body.length + 12 * common.join('').length
  const modified = Date.parse(answer.headers['last-modified'] ?? '')
  const modifiedAt = Number.isNaN(modified) ? null : modified
  return { status: answer.status, hash, modifiedAt, forms, encoded, size }
}

/** Sends a page, its head alone, or the word that the reader already has it. */
export function sendPage(page: KeptPage, state: CacheState, request: IncomingMessage, response: ServerResponse): void {
  const form = page.forms[chooseEncoding(request.headers['accept-encoding'] as string | undefined)]
  const { 'if-none-match': ifNoneMatch = null, 'if-modified-since': ifModifiedSince = null } = request.headers
  const known = { ifNoneMatch, ifModifiedSince }
  if (page.status === 200 && isUnchanged({ etag: form.etag, modifiedAt: page.modifiedAt }, known)) {
    response.writeHead(304, form.unchanged)
    response.end()
    return
  }
  response.writeHead(page.status, form.full[state])
  if (request.method === 'HEAD') response.end()
  else response.end(form.body)
}

/** Pages are there as HTML and as Markdown, whose refusals are plain text. */
function hasForms({ headers }: Answer): boolean {
  return /^text\/(html|markdown|plain)\b/.test(headers['content-type'] ?? '')
}

function finish({ headers, body }: Answer, nonce: string): { body: Buffer; scripts: string[] } {
  if (!headers['content-type']?.startsWith('text/html')) return { body, scripts: [] }
  const { html, scripts } = trustByHash(body.toString('utf8'), nonce)
  return { body: Buffer.from(html), scripts }
}

function formOf(encoding: Encoding, body: Buffer, hash: string, common: RawHeaders): Form {
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
  const unchanged = [...common, 'ETag', etag]
  const full = [...unchanged, 'Content-Length', String(body.length)]
  if (encoding !== 'identity') full.push('Content-Encoding', encoding)
  const said = (state: CacheState) => [...full, 'X-Cache', state]
  return { etag, body, full: { hit: said('hit'), stale: said('stale'), miss: said('miss') }, unchanged }
}
