import { z } from 'zod'
import { getPaper } from '@/db/papers'
import { listRevisions } from '@/db/revisions'
import { door, refuse } from '@/door'
import { revisionAnswer } from '@/lib/api-papers'

/** The versions of a paper that came while it was here, with what stood there before. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'What later versions of a paper changed, newest first.', answer: z.array(revisionAnswer) },
  },
  async ({ paperId }) => {
    const [paper, revisions] = await Promise.all([getPaper(paperId), listRevisions(paperId)])
    return paper ? revisions : refuse(404, 'There is no paper of that id.')
  },
)
