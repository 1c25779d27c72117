import { z } from 'zod'
import { answerPage, readPerson, refuseNobody } from '@/app/api/users/read-person'
import { listPapersOf } from '@/db/users'
import { door } from '@/door'
import { paperLineAnswer } from '@/lib/api-papers'
import { pageQuery } from '@/lib/api-query'

/** What somebody submitted. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query: pageQuery,
    api: { says: 'What somebody put on the list, newest first.', answer: z.array(paperLineAnswer) },
  },
  async ({ param, query, request }) => {
    const person = await readPerson(param('name'))
    if (!person) return refuseNobody()
    return answerPage(request, query, (range) => listPapersOf(person.id, range))
  },
)
