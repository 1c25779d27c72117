import { refuseSearch, searchJson } from '@/app/api/searches/answers'
import { getSavedSearch, listSavedSearches, saveSearch } from '@/db/saved-searches'
import { door, seeOther } from '@/door'
import { searchAnswer, searchesAnswer } from '@/lib/api-searches'
import { safeNext } from '@/lib/next-path'
import { askedText } from '@/lib/saved-search'
import { savedSearchSchema } from '@/lib/saved-search-schema'
import { searchAsked } from '@/lib/search-asked'

/** One's own saved searches, with how much came since the last look. */
export const GET = door(
  {
    who: 'member',
    limit: 'read',
    api: { says: 'One’s own saved searches, with how much came since the last look.', answer: searchesAnswer },
  },
  async ({ userId }) => ({
    searches: (await listSavedSearches(userId)).map(searchJson),
  }),
)

/** Keeps a search; one that is kept already stays as it is. */
export const POST = door(
  {
    who: 'member',
    body: savedSearchSchema,
    limit: 'write',
    api: { says: 'Keeps a search; one that is kept already stays as it is.', answer: searchAnswer, status: [200, 201] },
    form: { back: backTo, done: '/searches' },
  },
  async ({ userId, isForm, body: { next, ...search } }) => {
    const kept = await saveSearch(userId, search, Date.now())
    if (!kept.ok) return refuseSearch(kept.error)
    if (isForm) return seeOther(next ? safeNext(next, '/searches') : `/searches?saved=made#s-${kept.id}`)
    const made = await getSavedSearch(userId, kept.id)
    return made ? Response.json(searchJson(made), { status: kept.isNew ? 201 : 200 }) : refuseSearch('no such search')
  },
)

/** The page where searches are saved, with this one filled in: somebody may have to sign in first. */
function backTo(typed: Record<string, unknown>): string {
  const fields = Object.entries(typed).filter((field): field is [string, string] => typeof field[1] === 'string')
  const asked = askedText(searchAsked(new URLSearchParams(fields)))
  return `/searches${asked && `?${asked}`}#save`
}
