import { z } from 'zod'
import { refuseList } from '@/app/api/lists/answers'
import { movePaper } from '@/db/list-order'
import { dropPaper, markRead, type Noted, notePaper, type Saved, savePaper } from '@/db/list-papers'
import { door } from '@/door'
import { savedAnswer } from '@/lib/api-lists'
import { doneAnswer } from '@/lib/api-shapes'
import type { UserId } from '@/lib/authority'
import { changePaperSchema, type PaperChange } from '@/lib/list-schema'
import { safeNext } from '@/lib/next-path'

/* The list `default` is the one that a person saves to; it is made when it is first needed. */

/** Saves a paper to a list; doing it again changes nothing. */
export const PUT = door(
  {
    who: 'member',
    limit: 'write',
    api: { says: 'Saves a paper to a list; doing it again changes nothing.', answer: savedAnswer },
  },
  async ({ userId, param, paperId }) => {
    return answer(await savePaper(userId, { listId: param('listId'), paperId }, Date.now()))
  },
)

/** Takes it off. */
export const DELETE = door(
  { who: 'member', limit: 'write', api: { says: 'Takes a paper off a list.', answer: savedAnswer } },
  async ({ userId, param, paperId }) => {
    return answer(await dropPaper(userId, { listId: param('listId'), paperId }, Date.now()))
  },
)

const change = door(
  {
    who: 'member',
    body: changePaperSchema,
    limit: 'write',
    api: {
      says: 'Changes what is named of a paper on a list: whether it is there, its note, whether it is read, its place.',
      answer: z.union([savedAnswer, doneAnswer]),
    },
    form: {
      back: ({ next }) => safeNext(typeof next === 'string' ? next : null, '/lists'),
      done: ({ next }) => safeNext(next, '/lists'),
    },
  },
  async ({ userId, param, paperId, body }) => {
    const which = { listId: param('listId'), paperId }
    const put = body.saved === undefined ? null : await (body.saved ? savePaper : dropPaper)(userId, which, Date.now())
    if (put && !put.ok) return refuseList(put.error)
    const changed = await changeIn(userId, { listId: put?.list.id ?? which.listId, paperId }, body)
    if (changed.ok) return put ? answer(put) : {}
    return refuseList(changed.error, changed.error === 'changed meanwhile' ? { note: changed.note } : undefined)
  },
)

/** Changes what is named of a paper on a list of one's own: whether it is there, its note, whether it is read, its place. */
export { change as PATCH, change as POST }

/** One after another, as each is a state of its own; the first that cannot be ends it. */
async function changeIn(
  userId: UserId,
  which: { listId: string; paperId: string },
  { note, was, read, place }: PaperChange,
): Promise<Noted> {
  if (note !== undefined) {
    const noted = await notePaper(userId, which, { note, was })
    if (!noted.ok) return noted
  }
  if (read !== undefined) {
    const marked = await markRead(userId, which, read, Date.now())
    if (!marked.ok) return marked
  }
  return place === undefined ? { ok: true } : movePaper(userId, which, place, Date.now())
}

function answer(saved: Saved) {
  if (!saved.ok) return refuseList(saved.error)
  const { list, saved: isSaved, changed } = saved
  return { list, saved: isSaved, changed }
}
