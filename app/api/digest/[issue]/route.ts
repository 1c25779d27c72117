import { readIssue } from '@/app/digest/read-issue'
import { door, refuse } from '@/door'
import { digestAnswer } from '@/lib/api-people'

/** The letter of a day or week, as /digest shows it. */
export const GET = door(
  { who: 'anyone', limit: 'read', api: { says: 'The letter of a day or week.', answer: digestAnswer } },
  async ({ param }) => {
    const found = await readIssue(param('issue'))
    if (!found) return refuse(404, 'There is no such day or week.')
    const { issue, isOpen, letter } = found
    return { issue, isOpen, letter }
  },
)
