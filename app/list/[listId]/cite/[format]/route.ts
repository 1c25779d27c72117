import { answerCitations } from '@/app/papers/cite/answer-citations'
import { allPapersOf } from '@/db/list-papers'
import { getList } from '@/db/lists'
import { door, refuse } from '@/door'
import { fileName } from '@/lib/list-export'

/** Citations of a list's papers, in its own order. Notes are nobody's citation. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ userId, param }) => {
  const list = await getList(param('listId'), userId)
  if (!list) return refuse(404, 'There is no such list.')
  const papers = (await allPapersOf(list)).map(({ paper }) => paper)
  return answerCitations(papers, param('format'), fileName(list.name))
})
