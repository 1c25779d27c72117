import { refuseList } from '@/app/api/lists/answers'
import { createListWith, listsHolding } from '@/db/list-papers'
import { createList, listLists } from '@/db/lists'
import { door, refuse } from '@/door'
import { newListSchema } from '@/lib/list-schema'
import { safeNext } from '@/lib/next-path'
import { parsePaperId } from '@/lib/paper-id'

/** The lists of the one who asks; with `?paper=ID`, whether each holds that paper. */
export const GET = door({ who: 'member', limit: 'read' }, async ({ userId, request }) => {
  const asked = new URL(request.url).searchParams.get('paper')
  const lists = await listLists(userId)
  if (asked === null) return { lists }
  const paperId = parsePaperId(asked)
  if (!paperId) return refuse(400, 'paper is no id.', { paper: 'is no id' })
  const holding = new Set(await listsHolding(userId, paperId))
  return { lists: lists.map((list) => ({ ...list, has: holding.has(list.id) })) }
})

/** Makes a list, with a first paper where one is named. */
export const POST = door(
  {
    who: 'member',
    body: newListSchema,
    limit: 'write',
    form: { back: '/lists#new', done: ({ next }) => safeNext(next, '/lists') },
  },
  async ({ userId, body: { next: _, paper, ...list } }) => {
    const paperId = paper ? parsePaperId(paper) : null
    if (paper && !paperId) return refuse(400, 'That is no paper.', { paper: 'That is no paper.' })
    const now = Date.now()
    const made = await (paperId ? createListWith(userId, list, paperId, now) : createList(userId, list, now))
    if (!made.ok) return refuseList(made.error)
    return Response.json({ id: made.id, name: list.name }, { status: 201 })
  },
)
