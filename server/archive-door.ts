import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type Archived, findArchived } from '@/db/archived'
import { Counter } from '@/door/counter'
import { type ByteRange, readByteRange } from '@/lib/byte-range'
import { networkOf } from '@/lib/client-address'
import { isUnchanged } from '@/lib/conditional'
import { sendAnswer } from '@/server/answer'
import { fail } from '@/server/front'
import { protectiveHeaders } from '@/server/headers'

/**
 * The way to the files of the archive, as they lie on the disk: past Next, which would not say how long they are. What
 * is packed is sent as a file of that kind and not as an encoding of another, so that nobody on the way unpacks it.
 */
export class ArchiveDoor {
  readonly #folder: string
  readonly #addressOf: (request: IncomingMessage) => string

  constructor(folder: string, addressOf: (request: IncomingMessage) => string) {
    this.#folder = folder
    this.#addressOf = addressOf
  }

  /** @returns whether it answers: /export/NAME is of the newest archive, /export/ARCHIVE/NAME of that one */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const [, first, second] = /^\/export\/([\w.-]+)(?:\/([\w.-]+))?$/.exec(path) ?? []
    if (first === undefined) return false
    const asked = second === undefined ? { name: first } : { name: second, of: first }
    this.#answer(asked, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else fail(request, response, error)
    })
    return true
  }

  async #answer({ name, of }: Asked, request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [field, value] of Object.entries({ ...protectiveHeaders([]), ...openly }))
      response.setHeader(field, value)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'The archive is only read.', { Allow: 'GET, HEAD' })
    const tooOften = await new Counter('read').count('network', networkOf(this.#addressOf(request)))
    if (tooOften) return sendAnswer(tooOften, response)
    const file = await findArchived(this.#folder, name, of)
    if (!file) return refuse(response, 404, 'There is no such file in the archive.')
    const { status, headers, part } = answerOf(file, request)
    const isRead = request.method === 'GET' && (status === 200 || status === 206)
    const body = isRead ? await file.read(part) : null
    if (isRead && !body) return refuse(response, 404, 'This file is gone. The manifest names a newer one.')
    response.writeHead(status, headers)
    if (body) await pipeline(body, response).catch(whenLeft)
    else response.end()
  }
}

type Asked = { name: string; of?: string }
type Answer = { status: 200 | 206 | 304 | 416; headers: Record<string, string>; part: ByteRange | null }

// Pages of other sites may read it, as they may everything else that anybody may read.
const openly = { 'Access-Control-Allow-Origin': '*' }

function answerOf({ mediaType, bytes, sha256, madeAt }: Archived, request: IncomingMessage): Answer {
  const etag = `"${sha256.slice(0, 22)}"`
  const lastModified = new Date(madeAt).toUTCString()
  const headers = {
    'Content-Type': mediaType,
    'Cache-Control': 'public, max-age=0, must-revalidate, no-transform',
    'Last-Modified': lastModified,
    ETag: etag,
    'Accept-Ranges': 'bytes',
  }
  const known = {
    ifNoneMatch: request.headers['if-none-match'] ?? null,
    ifModifiedSince: request.headers['if-modified-since'] ?? null,
  }
  if (isUnchanged({ etag, modifiedAt: madeAt }, known)) return { status: 304, headers, part: null }

  const condition = request.headers['if-range'] // who has a part of another file gets all of this one
  const isSame = condition === undefined || condition === etag || condition === lastModified
  const range = request.method === 'GET' && isSame ? readByteRange(request.headers.range ?? null, bytes) : null
  if (range === 'outside')
    return {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${bytes}`, 'Content-Length': '0' },
      part: null,
    }
  if (range === null) return { status: 200, headers: { ...headers, 'Content-Length': String(bytes) }, part: null }
  const { start, end } = range
  const partial = { 'Content-Range': `bytes ${start}-${end}/${bytes}`, 'Content-Length': String(end - start + 1) }
  return { status: 206, headers: { ...headers, ...partial }, part: range }
}

/** Who goes away before the end has no use for an error. */
function whenLeft(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
}

function refuse(response: ServerResponse, status: number, error: string, headers: Record<string, string> = {}): void {
  const body = JSON.stringify({ error })
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
  response.end(body)
}
