import { z } from 'zod'
import { getPapers } from '@/db/papers'
import { getNewestPoolDay, listPool } from '@/db/pool-lists'
import { door } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { dailyPaperAnswer } from '@/lib/api-papers'
import { categoryParam, dayParam, pageQuery } from '@/lib/api-query'
import { dailyPaper } from '@/lib/hf-shape'

const query = pageQuery.extend({
  category: categoryParam.optional(),
  date: dayParam.optional().meta({ description: 'The day of the announcement; the newest when not given.' }),
})

/** What arXiv announced on a day, as /new shows it. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query,
    api: { says: 'What arXiv announced on a day, in one category or in all.', answer: z.array(dailyPaperAnswer) },
  },
  async ({ query: { p, limit, category = null, date }, request }) => {
    const day = date ?? (await getNewestPoolDay())
    if (day === null) return []
    const { papers, hasMore } = await listPool(day, { category, page: p, pageSize: limit })
    const whole = await getPapers(papers.map(({ id }) => id))
    return Response.json(
      whole.map((paper) => dailyPaper(paper, env.SITE_URL)),
      { headers: linkToNext(request.url, env.SITE_URL, hasMore ? { p: p + 1 } : null) },
    )
  },
)
