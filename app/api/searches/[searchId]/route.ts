import { refuseSearch, searchJson } from '@/app/api/searches/answers'
import { changeSearch, getSavedSearch, listHits, removeSearch } from '@/db/saved-searches'
import { door } from '@/door'
import { searchAnswer, searchHitsAnswer } from '@/lib/api-searches'
import { doneAnswer } from '@/lib/api-shapes'
import { safeNext } from '@/lib/next-path'
import { savedSearchChangeSchema } from '@/lib/saved-search-schema'

const mostHits = 100

/** One of one's own, with what came for it, the latest first. To ask is not to look: marks stay. */
export const GET = door(
  {
    who: 'member',
    limit: 'read',
    api: { says: 'A saved search of one’s own, with what came for it, the latest first.', answer: searchHitsAnswer },
  },
  async ({ userId, param }) => {
    const search = await getSavedSearch(userId, param('searchId'))
    if (!search) return refuseSearch('no such search')
    const { hits } = await listHits(search, { page: 1, pageSize: mostHits })
    const papers = hits.map(({ paper: { id, title }, at, isNew }) => ({ id, title, at, isNew }))
    return { ...searchJson(search), papers }
  },
)

const change = door(
  {
    who: 'member',
    body: savedSearchChangeSchema,
    limit: 'write',
    api: { says: 'Changes name, letter, or what is looked for.', answer: searchAnswer },
    form: {
      back: ({ next }) => `${safeNext(typeof next === 'string' ? next : null, '/searches')}#change`,
      done: ({ next }) => safeNext(next, '/searches'),
    },
  },
  async ({ userId, param, body: { next: _, ...asked } }) => {
    const changed = await changeSearch(userId, param('searchId'), asked, Date.now())
    if (!changed.ok) return refuseSearch(changed.error)
    const search = await getSavedSearch(userId, changed.id)
    return search ? searchJson(search) : refuseSearch('no such search')
  },
)

/** Changes name, letter, or what is looked for. A form can only POST. */
export { change as PATCH, change as POST }

export const DELETE = door(
  { who: 'member', limit: 'write', api: { says: 'Removes a saved search.', answer: doneAnswer } },
  async ({ userId, param }) => ((await removeSearch(userId, param('searchId'))) ? {} : refuseSearch('no such search')),
)
