import { refuseSearch } from '@/app/api/searches/answers'
import { removeSearch } from '@/db/saved-searches'
import { door } from '@/door'

/** Removes a search by a form, which can only POST. */
export const POST = door(
  { who: 'member', limit: 'write', form: { back: '/searches', done: '/searches?saved=removed' } },
  async ({ userId, param }) => ((await removeSearch(userId, param('searchId'))) ? {} : refuseSearch('no such search')),
)
