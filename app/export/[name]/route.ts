import { answerArchived } from '@/app/export/answer-archived'
import { door } from '@/door'

/** The manifest of the archive, or a file of the newest one. */
export const GET = door({ who: 'anyone', limit: 'read' }, ({ request, param }) =>
  answerArchived(request, param('name')),
)
