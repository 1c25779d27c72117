import { refuseList } from '@/app/api/lists/answers'
import { deleteList } from '@/db/lists'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { deleteListSchema } from '@/lib/list-schema'

/** The same as DELETE of the list, for a form. */
export const POST = door(
  {
    who: 'member',
    body: deleteListSchema,
    limit: 'write',
    api: { says: 'The same as DELETE of the list, for forms.', answer: doneAnswer },
    form: { back: '/lists', done: '/lists?saved=deleted' },
  },
  async ({ userId, param }) => {
    const gone = await deleteList(userId, param('listId'), Date.now())
    return gone.ok ? {} : refuseList(gone.error)
  },
)
