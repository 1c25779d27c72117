import { listComments } from '@/db/comments'
import { getPaper } from '@/db/papers'
import { door, refuse } from '@/door'
import { commentsAnswer } from '@/lib/api-talk'

/** All comments under a paper, oldest first, flat; `total` holds those that came with an import, as `carriedOver`. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'All comments under a paper, oldest first; a thread is made of parentId.', answer: commentsAnswer },
  },
  async ({ paperId }) => {
    const [paper, comments] = await Promise.all([getPaper(paperId), listComments(paperId)])
    if (!paper) return refuse(404, 'There is no paper of that id.')
    return { comments, total: paper.comments, carriedOver: paper.carriedComments }
  },
)
