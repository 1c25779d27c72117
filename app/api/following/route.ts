import { listFollowing } from '@/db/following'
import { door, refuse } from '@/door'
import { env, feedClock } from '@/env'
import { readFollowedQuery } from '@/lib/followed-query'

/** The papers that the one who asks follows, as their page shows them. To read them here is no visit. */
export const GET = door({ who: 'member', limit: 'read' }, async ({ userId, request }) => {
  const query = readFollowedQuery(Object.fromEntries(new URL(request.url).searchParams))
  if (!query) return refuse(400, 'p is a page, from 1.', { p: 'is a page, from 1' })
  return listFollowing(userId, { ...query, pageSize: env.LIST_PAGE_SIZE, now: Date.now(), clock: feedClock })
})
