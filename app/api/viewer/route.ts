import { dropStaleHint } from '@/auth'
import { listMuted } from '@/db/following'
import { listFollows } from '@/db/follows'
import { listSaved } from '@/db/list-papers'
import { listVoted } from '@/db/votes'
import { door } from '@/door'
import { viewerAnswer } from '@/lib/api-people'
import { followKey } from '@/lib/follow-match'
import { viewerQuerySchema } from '@/lib/schemas'

/** The personal layer over a shared page: who is asking, what they follow, and how they stand to these papers. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query: viewerQuerySchema,
    api: { says: 'How the one who asks stands to up to 200 papers.', answer: viewerAnswer },
  },
  async ({ query: { ids }, viewer, userId }) => {
    if (!viewer || !userId) {
      await dropStaleHint()
      return { viewer: null, voted: [], saved: [], muted: [], follows: [] }
    }
    const follows = await listFollows(userId)
    const [voted, saved, muted] = await Promise.all([
      listVoted(userId, ids),
      listSaved(userId, ids),
      listMuted(follows, ids),
    ])
    return {
      viewer: { name: viewer.name, role: viewer.role },
      voted,
      saved,
      muted,
      follows: follows.filter((line) => !line.muted).map(({ kind, value }) => ({ kind, key: followKey(kind, value) })),
    }
  },
)
