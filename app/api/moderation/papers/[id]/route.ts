import { relistPaper, unlistPaper } from '@/db/listings'
import { getPaper } from '@/db/papers'
import { door, refuse } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { reasonSchema } from '@/lib/schemas'

/** Takes a paper off its day; the reason stands in the log. Its page, votes and comments stay. */
export const PUT = door(
  {
    who: 'moderator',
    body: reasonSchema,
    limit: 'write',
    api: { says: 'Takes a paper off its day; the reason stands in the log.', answer: doneAnswer },
  },
  async ({ moderatorId, paperId, body }) => {
    const done = await unlistPaper(moderatorId, paperId, body.reason, Date.now())
    return done.ok ? {} : refusal(paperId, done.error)
  },
)

/** Puts it back on the day it was taken off. */
export const DELETE = door(
  {
    who: 'moderator',
    limit: 'write',
    api: { says: 'Puts a paper back on the day it was taken off.', answer: doneAnswer },
  },
  async ({ moderatorId, paperId }) => {
    const done = await relistPaper(moderatorId, paperId, Date.now())
    return done.ok ? {} : refusal(paperId, done.error)
  },
)

async function refusal(paperId: string, error: string): Promise<Response> {
  return refuse((await getPaper(paperId)) ? 409 : 404, error)
}
