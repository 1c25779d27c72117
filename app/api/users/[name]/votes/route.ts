import { z } from 'zod'
import { answerPage, readPerson, refuseNobody } from '@/app/api/users/read-person'
import { listVotesOf } from '@/db/votes'
import { door, refuse } from '@/door'
import { paperLineAnswer } from '@/lib/api-papers'
import { pageQuery } from '@/lib/api-query'

/** What somebody votes for; there is nothing here for who does not show it. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query: pageQuery,
    api: { says: 'What somebody votes for, newest first, where they show it.', answer: z.array(paperLineAnswer) },
  },
  async ({ param, query, request }) => {
    const person = await readPerson(param('name'))
    if (!person) return refuseNobody()
    if (!person.votesPublic) return refuse(404, `${person.name} does not show what they vote for.`)
    return answerPage(request, query, (range) => listVotesOf(person.id, range))
  },
)
