import { listPublished } from '@/db/published'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { readLimit } from '@/lib/feed-query'
import { flatPaper } from '@/lib/hf-shape'
import { readCursor, writeCursor } from '@/lib/published-cursor'

/** All papers, the newest publication first; the Link header leads on. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request }) => {
  const url = new URL(request.url)
  const limit = readLimit(url.searchParams)
  if (!limit.ok) return refuse(400, limit.error, { limit: limit.error })
  const cursor = url.searchParams.get('cursor')
  const after = cursor ? readCursor(cursor) : null
  if (cursor && !after) return refuse(400, 'cursor is none that we gave.', { cursor: 'is none that we gave' })

  const { papers, next } = await listPublished({ after, limit: limit.value })
  const following = new URL(url.pathname + url.search, env.SITE_URL)
  if (next) following.searchParams.set('cursor', writeCursor(next))
  return Response.json(
    papers.map((paper) => flatPaper(paper, env.SITE_URL)),
    { headers: next ? { Link: `<${following.href}>; rel="next"` } : undefined },
  )
})
