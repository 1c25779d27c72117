import { z } from 'zod'
import { answerPage, readPerson, refuseNobody } from '@/app/api/users/read-person'
import { listCommentsOf } from '@/db/comments'
import { door } from '@/door'
import { pageQuery } from '@/lib/api-query'
import { commentOfPaperAnswer } from '@/lib/api-talk'

/** What somebody wrote. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query: pageQuery,
    api: { says: 'What somebody says about papers, newest first.', answer: z.array(commentOfPaperAnswer) },
  },
  async ({ param, query, request }) => {
    const person = await readPerson(param('name'))
    if (!person) return refuseNobody()
    return answerPage(request, query, (range) => listCommentsOf(person.id, range))
  },
)
