import { answerArchived } from '@/app/export/answer-archived'
import { door } from '@/door'

/** A file of the archive whose folder is named, as manifests name it. */
export const GET = door({ who: 'anyone', limit: 'read' }, ({ request, param }) =>
  answerArchived(request, param('file'), param('name')),
)
