import { archivePlace } from '@/db/archive-place'
import { findArchived } from '@/db/archived'
import { refuse } from '@/door'
import { readByteRange } from '@/lib/byte-range'
import { isUnchanged } from '@/lib/conditional'

/**
 * A file of the archive, as it lies on the disk. What is packed is sent as a file of that kind and not as an encoding
 * of another, so that nobody on the way unpacks it.
 * @param of the folder of an archive; without it, the newest
 */
export async function answerArchived(
  { method, headers: asked }: Request,
  name: string,
  of?: string,
): Promise<Response> {
  const file = await findArchived(archivePlace, name, of)
  if (!file) return refuse(404, 'There is no such file in the archive.')
  const etag = `"${file.sha256.slice(0, 22)}"`
  const lastModified = new Date(file.madeAt).toUTCString()
  const headers = {
    'Content-Type': file.mediaType,
    'Cache-Control': 'public, max-age=0, must-revalidate, no-transform',
    'Last-Modified': lastModified,
    ETag: etag,
    'Accept-Ranges': 'bytes',
  }
  const known = { ifNoneMatch: asked.get('if-none-match'), ifModifiedSince: asked.get('if-modified-since') }
  if (isUnchanged({ etag, modifiedAt: file.madeAt }, known)) return new Response(null, { status: 304, headers })

  const condition = asked.get('if-range') // who goes on with another file's part gets all of this one
  const isSame = condition === null || condition === etag || condition === lastModified
  const part = method === 'GET' && isSame ? readByteRange(asked.get('range'), file.bytes) : null
  if (part === 'outside')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.bytes}` } })
  const length = { 'Content-Length': String(part ? part.end - part.start + 1 : file.bytes) }
  if (method === 'HEAD') return new Response(null, { headers: { ...headers, ...length } })
  const body = await file.read(part)
  if (!body) return refuse(404, 'This file of the archive is gone. A newer one is in the manifest.')
  if (!part) return new Response(body, { headers: { ...headers, ...length } })
  const range = { 'Content-Range': `bytes ${part.start}-${part.end}/${file.bytes}` }
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...range } })
}
