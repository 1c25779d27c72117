import { dropStaleHint } from '@/auth'
import { listVoted } from '@/db/votes'
import { door, refuse } from '@/door'
import { viewerQuerySchema } from '@/lib/schemas'

/** The personal layer over a shared page: who is asking, and which of these papers they voted for. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request, viewer, userId }) => {
  const query = viewerQuerySchema.safeParse({ ids: new URL(request.url).searchParams.get('ids') ?? '' })
  if (!query.success) return refuse(400, 'At most 200 ids.', { ids: 'At most 200 ids.' })
  if (!viewer || !userId) {
    await dropStaleHint()
    return { viewer: null, voted: [] }
  }
  return {
    viewer: { name: viewer.name, role: viewer.role },
    voted: query.data.ids.length ? await listVoted(userId, query.data.ids) : [],
  }
})
