import { z } from 'zod'
import { listModerationLog } from '@/db/moderation'
import { door } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'
import { cursorParam, limitParam } from '@/lib/api-query'
import { moderationLineAnswer } from '@/lib/api-talk'

const query = z.object({
  cursor: cursorParam((text) => (/^\d{1,15}$/.test(text) ? Number(text) : null)),
  limit: limitParam,
})

/** What moderators did, as /moderation shows it. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query,
    api: { says: 'The moderation log, newest first.', answer: z.array(moderationLineAnswer) },
  },
  async ({ query: { cursor = null, limit }, request }) => {
    const { lines, next } = await listModerationLog({ before: cursor, limit })
    return Response.json(
      // What admins do for the site is in a log of theirs.
      lines.map(({ what: _, act: __, ...line }) => line),
      { headers: linkToNext(request.url, env.SITE_URL, next === null ? null : { cursor: next }) },
    )
  },
)
