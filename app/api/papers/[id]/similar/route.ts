import { getPaper } from '@/db/papers'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { mostSimilar, similarAnswer } from '@/lib/api-similar'
import { flatPaper } from '@/lib/hf-shape'
import { findSimilarPapers } from '@/outside/similar-papers'

/** Papers that are about something similar, with the words that they share. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'Papers that are about something similar, the most similar first.', answer: similarAnswer },
  },
  async ({ paperId }) => {
    if (!(await getPaper(paperId))) return refuse(404, 'There is no paper of that id.')
    const { by, papers } = await findSimilarPapers(paperId, mostSimilar)
    return {
      by,
      papers: papers.map(({ paper, words, likeness }) => ({
        ...flatPaper(paper, env.SITE_URL),
        sharedWords: words,
        likeness,
      })),
    }
  },
)
