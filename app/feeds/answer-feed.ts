import { createHash } from 'node:crypto'
import { getLastChange } from '@/db/journal'
import { env } from '@/env'
import { isUnchanged, tellableChange } from '@/lib/conditional'

// The site's own settings are in what a feed says, and change with a start.
const startedAt = Date.now()

/**
 * A document of feeds, or 304 for who has it. What any write of the site may have changed counts as changed by the last
 * one: a time tells less than the tag, but never that a comment still stands which was hidden meanwhile.
 * @param changedAt ms, of a change that the journal does not tell of
 */
export async function answerFeed(request: Request, body: string, type: string, changedAt = 0): Promise<Response> {
  const lastChange = (await getLastChange()) ?? 0
  const modifiedAt = tellableChange(Math.max(lastChange, changedAt, startedAt), Date.now())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': cacheControl,
    'Last-Modified': new Date(modifiedAt).toUTCString(),
    ETag: etag,
    'Access-Control-Allow-Origin': '*',
  }
  const known = {
    ifNoneMatch: request.headers.get('if-none-match'),
    ifModifiedSince: request.headers.get('if-modified-since'),
  }
  if (isUnchanged({ etag, modifiedAt }, known)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

// As the page cache says of what it keeps: to ask whether something is new costs next to nothing.
const cacheControl = `public, max-age=0, ${env.TRUST_PROXY > 0 ? 's-maxage=1, ' : ''}must-revalidate`
