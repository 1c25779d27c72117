import { readPerson, refuseNobody } from '@/app/api/users/read-person'
import { listPublicLists } from '@/db/lists'
import { door } from '@/door'
import { env } from '@/env'
import { publicListsAnswer } from '@/lib/api-lists'
import { listPath } from '@/lib/list-export'

/** The reading lists that somebody shares. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'The public reading lists of somebody, the latest changed first.', answer: publicListsAnswer },
  },
  async ({ param }) => {
    const person = await readPerson(param('name'))
    if (!person) return refuseNobody()
    const lists = await listPublicLists(person.id)
    return Response.json(lists.map((list) => ({ ...list, url: `${env.SITE_URL}${listPath(list.id)}` })))
  },
)
