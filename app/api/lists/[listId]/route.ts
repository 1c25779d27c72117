import { refuseList } from '@/app/api/lists/answers'
import { allPapersOf } from '@/db/list-papers'
import { changeList, deleteList, getList } from '@/db/lists'
import { door } from '@/door'
import { env } from '@/env'
import { changedListAnswer, listAnswer } from '@/lib/api-lists'
import { doneAnswer } from '@/lib/api-shapes'
import { listJson } from '@/lib/list-export'
import { changeListSchema } from '@/lib/list-schema'
import { safeNext } from '@/lib/next-path'

/** A list with its papers: one's own with notes, a public one without; others are not there. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'A list with its papers: one’s own, or a public one.', answer: listAnswer },
  },
  async ({ userId, param }) => {
    const list = await getList(param('listId'), userId)
    return list ? listJson(list, await allPapersOf(list), env.SITE_URL) : refuseList('no such list')
  },
)

const change = door(
  {
    who: 'member',
    body: changeListSchema,
    limit: 'write',
    api: { says: 'Changes what is named of a list of one’s own.', answer: changedListAnswer },
    form: {
      back: ({ next }) => `${safeNext(asText(next), '/lists')}#change`,
      done: ({ next }) => safeNext(next, '/lists'),
    },
  },
  async ({ userId, param, body: { next: _, ...change } }) => {
    const changed = await changeList(userId, param('listId'), change, Date.now())
    return changed.ok ? getList(param('listId'), userId) : refuseList(changed.error)
  },
)

/** Changes what is named of a list of one's own. A form can only POST. */
export { change as PATCH, change as POST }

/** Deletes a list of one's own with all that is on it. */
export const DELETE = door(
  {
    who: 'member',
    limit: 'write',
    api: { says: 'Deletes a list of one’s own with all that is on it.', answer: doneAnswer },
  },
  async ({ userId, param }) => {
    const gone = await deleteList(userId, param('listId'), Date.now())
    return gone.ok ? {} : refuseList(gone.error)
  },
)

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
