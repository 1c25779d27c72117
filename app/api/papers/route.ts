import { z } from 'zod'
import { listPublished } from '@/db/published'
import { door } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { flatPaperAnswer } from '@/lib/api-papers'
import { cursorParam, limitParam } from '@/lib/api-query'
import { flatPaper } from '@/lib/hf-shape'
import { readCursor, writeCursor } from '@/lib/published-cursor'

const query = z.object({ cursor: cursorParam(readCursor), limit: limitParam })

/** All papers, the newest publication first; the Link header leads on. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'All papers, the newest publication first.', answer: z.array(flatPaperAnswer) },
    query,
  },
  async ({ query: { cursor, limit }, request }) => {
    const { papers, next } = await listPublished({ after: cursor ?? null, limit })
    return Response.json(
      papers.map((paper) => flatPaper(paper, env.SITE_URL)),
      { headers: linkToNext(request.url, env.SITE_URL, next && { cursor: writeCursor(next) }) },
    )
  },
)
