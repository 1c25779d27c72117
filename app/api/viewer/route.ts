import { dropStaleHint } from '@/auth'
import { listMuted } from '@/db/following'
import { listFollows } from '@/db/follows'
import { listSaved } from '@/db/list-papers'
import { listVoted } from '@/db/votes'
import { door, refuse } from '@/door'
import { followKey } from '@/lib/follow-match'
import { viewerQuerySchema } from '@/lib/schemas'

/** The personal layer over a shared page: who is asking, what they follow, and how they stand to these papers. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request, viewer, userId }) => {
  const query = viewerQuerySchema.safeParse({ ids: new URL(request.url).searchParams.get('ids') ?? '' })
  if (!query.success) return refuse(400, 'At most 200 ids.', { ids: 'At most 200 ids.' })
  if (!viewer || !userId) {
    await dropStaleHint()
    return { viewer: null, voted: [], saved: [], muted: [], follows: [] }
  }
  const { ids } = query.data
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
})
