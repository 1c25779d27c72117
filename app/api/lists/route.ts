import { z } from 'zod'
import { refuseList } from '@/app/api/lists/answers'
import { createListWith, listsHolding } from '@/db/list-papers'
import { createList, listLists } from '@/db/lists'
import { door, refuse } from '@/door'
import { listsAnswer, madeListAnswer } from '@/lib/api-lists'
import { paperParam } from '@/lib/api-query'
import { newListSchema } from '@/lib/list-schema'
import { safeNext } from '@/lib/next-path'
import { parsePaperId } from '@/lib/paper-id'

const query = z.object({
  paper: paperParam.optional().meta({ description: 'A paper: each list then says whether it holds it.' }),
})

/** The lists of the one who asks; with `?paper=ID`, whether each holds that paper. */
export const GET = door(
  { who: 'member', limit: 'read', query, api: { says: 'One’s own reading lists.', answer: listsAnswer } },
  async ({ userId, query: { paper } }) => {
    const lists = await listLists(userId)
    if (paper === undefined) return { lists }
    const holding = new Set(await listsHolding(userId, paper))
    return { lists: lists.map((list) => ({ ...list, has: holding.has(list.id) })) }
  },
)

/** Makes a list, with a first paper where one is named. */
export const POST = door(
  {
    who: 'member',
    body: newListSchema,
    limit: 'write',
    api: { says: 'Makes a list, with a first paper where one is named.', answer: madeListAnswer, status: 201 },
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
