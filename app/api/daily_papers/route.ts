import { listFeed } from '@/db/feed'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { nextPage, readFeedQuery } from '@/lib/feed-query'
import { dailyPaper } from '@/lib/hf-shape'

/** The daily list in the shape that Hugging Face's clients read. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request }) => {
  const url = new URL(request.url)
  const asked = readFeedQuery(url.searchParams)
  if (!asked.ok) return refuse(400, asked.error, asked.fields)
  const { papers, hasMore } = await listFeed(asked.query)
  const link = hasMore ? { Link: `<${nextPage(url, env.SITE_URL)}>; rel="next"` } : undefined
  return Response.json(
    papers.map((paper) => dailyPaper(paper, env.SITE_URL)),
    { headers: link },
  )
})
