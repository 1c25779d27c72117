import { readPerson, refuseNobody } from '@/app/api/users/read-person'
import { door } from '@/door'
import { personAnswer } from '@/lib/api-people'

/** A person as their page shows them. */
export const GET = door(
  { who: 'anyone', limit: 'read', api: { says: 'A person, and how much there is of theirs.', answer: personAnswer } },
  async ({ param }) => {
    const person = await readPerson(param('name'))
    if (!person) return refuseNobody()
    const { id: _, counts, ...shown } = person
    return { ...shown, counts: { ...counts, votes: person.votesPublic ? counts.votes : null } }
  },
)
