import type { Noted, Saved } from '@/db/list-papers'
import type { ListError } from '@/db/lists'
import { refuse } from '@/door'
import { mostListPapers, mostLists } from '@/lib/list-bounds'

type No = Extract<Noted | Saved, { ok: false }>

const statuses: Record<No['error'] | ListError, [status: number, error: string]> = {
  'no such list': [404, 'There is no such list.'],
  'no such paper': [404, 'There is no paper of that id.'],
  'not on the list': [404, 'That paper is not on the list.'],
  'too many lists': [409, `You have ${mostLists} lists: delete one first.`],
  'closed by a moderator': [409, 'A moderator made this list private. Ask one to allow it again.'],
  'list is full': [409, `The list is full: it has ${mostListPapers.toLocaleString('en-US')} papers.`],
  'changed meanwhile': [409, 'The note was changed elsewhere meanwhile. Read it anew, then write yours.'],
}

/** Why nothing came of it; `fields` says what stands there instead. */
export function refuseList(error: No['error'] | ListError, fields?: Record<string, string>): Response {
  const [status, words] = statuses[error]
  return refuse(status, words, fields)
}
