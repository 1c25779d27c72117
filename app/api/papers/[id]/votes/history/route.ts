import { getPaper } from '@/db/papers'
import { getVoteHistory } from '@/db/vote-history'
import { door, refuse } from '@/door'
import { voteHistoryAnswer } from '@/lib/api-papers'
import { hourLength } from '@/lib/hours'

/** Votes by the hour they were cast in, and how many came with an import; never by whom. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'Votes by the hour they were cast in, never by whom.', answer: voteHistoryAnswer },
  },
  async ({ paperId }) => {
    const paper = await getPaper(paperId)
    if (!paper) return refuse(404, 'There is no paper of that id.')
    const hours = await getVoteHistory(paperId)
    return {
      hours: hours.map(({ hour, votes }) => ({ hour: new Date(hour * hourLength).toISOString(), votes })),
      carriedOver: paper.carriedUpvotes,
      total: paper.upvotes,
    }
  },
)
