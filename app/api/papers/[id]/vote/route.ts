import { castVote, type Voted, withdrawVote } from '@/db/votes'
import { door, refuse } from '@/door'
import { votedAnswer } from '@/lib/api-papers'

/** Votes for a paper; doing it again changes nothing. */
export const PUT = door(
  {
    who: 'member',
    limit: 'vote',
    api: { says: 'Votes for a paper; doing it again changes nothing.', answer: votedAnswer },
  },
  async ({ userId, paperId }) => {
    return answer(await castVote(userId, paperId, Date.now()))
  },
)

/** Takes the vote back; without one it changes nothing. */
export const DELETE = door(
  {
    who: 'member',
    limit: 'vote',
    api: { says: 'Takes the vote back; without one it changes nothing.', answer: votedAnswer },
  },
  async ({ userId, paperId }) => {
    return answer(await withdrawVote(userId, paperId, Date.now()))
  },
)

function answer(vote: Voted) {
  return vote.ok ? { upvotes: vote.upvotes, voted: vote.voted } : refuse(404, 'There is no paper of that id.')
}
