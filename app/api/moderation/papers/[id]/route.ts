import { relistPaper, unlistPaper } from '@/db/listings'
import { door, refuse } from '@/door'
import { reasonSchema } from '@/lib/schemas'

/** Takes a paper off its day; the reason stands in the log. Its page, votes and comments stay. */
export const PUT = door(
  { who: 'moderator', body: reasonSchema, limit: 'write' },
  async ({ moderatorId, paperId, body }) => {
    const done = await unlistPaper(moderatorId, paperId, body.reason, Date.now())
    return done.ok ? {} : refuse(404, done.error)
  },
)

/** Puts it back on the day it was taken off. */
export const DELETE = door({ who: 'moderator', limit: 'write' }, async ({ moderatorId, paperId }) => {
  const done = await relistPaper(moderatorId, paperId, Date.now())
  return done.ok ? {} : refuse(404, done.error)
})
