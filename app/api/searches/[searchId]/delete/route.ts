import { refuseSearch } from '@/app/api/searches/answers'
import { removeSearch } from '@/db/saved-searches'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'

/** Removes a search by a form, which can only POST. */
export const POST = door(
  {
    who: 'member',
    limit: 'write',
    api: { says: 'The same as DELETE of the saved search, for forms.', answer: doneAnswer },
    form: { back: '/searches', done: '/searches?saved=removed' },
  },
  async ({ userId, param }) => ((await removeSearch(userId, param('searchId'))) ? {} : refuseSearch('no such search')),
)
