import { keepPendingVote } from '@/components/pending-vote-store'
import { type Ballot, dismissRefusal } from '@/components/votes'

type Props = { paperId: string; title: string } & Pick<Ballot, 'isSlow' | 'refusal'>

/** What became of a vote that did not go through at once, said beside the paper. */
export function VoteNews({ paperId, title, isSlow, refusal }: Props) {
  if (!refusal) {
    return (
      <p className="hint vote-news" role="status">
        {isSlow &&
          (navigator.onLine ? 'Still trying to send your vote.' : 'Your vote waits until you are back online.')}
      </p>
    )
  }
  return (
    <p className="refused vote-news" role="status">
      {refusal.text}{' '}
      {refusal.isSignedOut ? (
        <>
          <button type="button" className="link" onClick={() => keepPendingVote(paperId)}>
            Sign in
          </button>{' '}
          and it is yours.
        </>
      ) : (
        <button
          type="button"
          className="link"
          aria-label={`Dismiss what became of your vote for ${title}`}
          onClick={() => dismissRefusal(paperId)}
        >
          Dismiss
        </button>
      )}
    </p>
  )
}
