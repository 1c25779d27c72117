import { z } from 'zod'
import { listNewestComments } from '@/db/comments'
import { door } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { cursorParam, limitParam } from '@/lib/api-query'
import { commentOfPaperAnswer } from '@/lib/api-talk'
import { readCommentCursor, writeCommentCursor } from '@/lib/comment-cursor'

const query = z.object({ cursor: cursorParam(readCommentCursor), limit: limitParam })

/** What people say about all papers, as /comments shows it. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query,
    api: { says: 'The newest comments on all papers.', answer: z.array(commentOfPaperAnswer) },
  },
  async ({ query: { cursor = null, limit }, request }) => {
    const { comments, next } = await listNewestComments({ before: cursor, limit })
    const headers = linkToNext(request.url, env.SITE_URL, next && { cursor: writeCommentCursor(next) })
    return Response.json(comments, { headers })
  },
)
