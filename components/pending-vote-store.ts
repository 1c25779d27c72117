import { tryStorage } from '@/components/browser-storage'
import { herePath } from '@/components/here-path'
import { signInPath } from '@/lib/next-path'
import {
  judgePendingVote,
  openPendingVote,
  type PendingVote,
  pendingVoteKey,
  sealPendingVote,
} from '@/lib/pending-vote'

/** Keeps the wish in this browser and goes to sign in (docs/decisions/0006). */
export function keepPendingVote(paperId: string): void {
  const path = herePath()
  // Without storage (some private windows) signing in still comes back here; the press has to be repeated.
  tryStorage('localStorage', (storage) =>
    storage.setItem(pendingVoteKey, sealPendingVote({ paperId, path, at: Date.now() })),
  )
  window.location.assign(signInPath(path))
}

/** The wish that is due on this page, taken out of storage: it is sent once. */
export function takePendingVote(): PendingVote | null {
  return tryStorage('localStorage', (storage) => {
    const vote = openPendingVote(storage.getItem(pendingVoteKey))
    const judged = vote ? judgePendingVote(vote, herePath(), Date.now()) : 'expired'
    if (judged !== 'wait') storage.removeItem(pendingVoteKey)
    return judged === 'due' ? vote : null
  })
}
