import { listFollowing } from '@/db/following'
import { door } from '@/door'
import { env, feedClock } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { followingAnswer } from '@/lib/api-people'
import { pageQuery } from '@/lib/api-query'
import { followedOrderSchema } from '@/lib/followed-query'

const query = pageQuery.extend({ sort: followedOrderSchema.default('newest') })

/** The papers that the one who asks follows, as their page shows them. To read them here is no visit. */
export const GET = door(
  {
    who: 'member',
    limit: 'read',
    query,
    api: { says: 'One’s own daily list: the papers that one follows.', answer: followingAnswer },
  },
  async ({ userId, query: { p, limit, sort }, request }) => {
    const asked = { order: sort, page: p, pageSize: limit, now: Date.now(), clock: feedClock }
    const following = await listFollowing(userId, asked)
    const headers = linkToNext(request.url, env.SITE_URL, following.hasMore ? { p: p + 1 } : null)
    return Response.json(following, { headers })
  },
)
