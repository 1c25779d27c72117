import { getPaper } from '@/db/papers'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { paperDetailAnswer } from '@/lib/api-papers'
import { paperDetail } from '@/lib/hf-shape'

/** One paper, flat, in the shape that Hugging Face's clients read. */
export const GET = door(
  { who: 'anyone', limit: 'read', api: { says: 'One paper.', answer: paperDetailAnswer } },
  async ({ paperId }) => {
    const paper = await getPaper(paperId)
    return paper ? paperDetail(paper, env.SITE_URL) : refuse(404, 'There is no paper of that id.')
  },
)
