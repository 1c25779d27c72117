import { answerCitations } from '@/app/papers/cite/answer-citations'
import { door, refuse } from '@/door'
import { mostCited } from '@/lib/citation-query'
import { fileName } from '@/lib/list-export'
import { searchAsked, searchInWords } from '@/lib/search-asked'
import { findPapers } from '@/outside/find-papers'

/** Citations of what a search finds, in its order: the best of them, where there are more. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request, param }) => {
  const asked = searchAsked(new URL(request.url).searchParams)
  const [fault] = Object.entries(asked.faults)
  if (fault) return refuse(400, `${fault.join(' ')}.`, asked.faults)
  if (asked.isEmpty) return refuse(400, 'q wants something to look for.', { q: 'wants something to look for' })
  const { papers } = await findPapers({ query: asked.query, sort: asked.sort, page: asked.page, pageSize: mostCited })
  return answerCitations(papers, param('format'), fileName(searchInWords(asked)))
})
