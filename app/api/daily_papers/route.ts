import { z } from 'zod'
import { listFeed } from '@/db/feed'
import { door } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { dailyPaperAnswer } from '@/lib/api-papers'
import { feedQuerySchema } from '@/lib/feed-query'
import { dailyPaper } from '@/lib/hf-shape'

/** The daily list in the shape that Hugging Face's clients read. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: {
      says: 'The papers of a day, week or month, or of all days, as the site ranks them.',
      answer: z.array(dailyPaperAnswer),
    },
    query: feedQuerySchema,
  },
  async ({ query, request }) => {
    const { papers, hasMore } = await listFeed(query)
    return Response.json(
      papers.map((paper) => dailyPaper(paper, env.SITE_URL)),
      { headers: linkToNext(request.url, env.SITE_URL, hasMore ? { p: query.page + 1 } : null) },
    )
  },
)
