import { BrowserStore, useStored } from '@/components/browser-store'
import { countOwnVote, forgetOwnVote, settleOwnVote } from '@/components/numbers-store'
import { keepPendingVote } from '@/components/pending-vote-store'
import { forgetViewer, seemsSignedIn, setVoted, viewerNow, whenViewerKnown } from '@/components/viewer-store'
import { requestVote } from '@/components/vote-request'
import { type NoVote, voteRefusal } from '@/lib/vote-refusal'

/** A vote on its way, or the last one's refusal. */
export type Ballot = {
  /** The state that the reader asked for last; null when the server has said its word. */
  want: boolean | null
  isSlow: boolean
  /** Why it was not counted; `isSignedOut` when signing in would help. */
  refusal: { text: string; isSignedOut: boolean } | null
}

const none: Ballot = { want: null, isSlow: false, refusal: null }
const ballots = new BrowserStore(none)
const slowAfter = 4_000

export function useBallot(paperId: string): Ballot {
  return useStored(ballots, paperId, (ballot) => ballot)
}

/** The reader presses the triangle: their vote is shown at once and sent. Who is signed out goes to sign in. */
export async function pressVote(paperId: string, served: number): Promise<void> {
  const isUp = ballots.get(paperId).want ?? viewerNow().voted.has(paperId)
  await wishVote(paperId, !isUp, served)
}

/** Asks for a state. Wishes for one paper are sent one after another, and the last one stands. */
export async function wishVote(paperId: string, want: boolean, served: number): Promise<void> {
  if (!seemsSignedIn()) return keepPendingVote(paperId)
  const { viewer, isKnown, voted } = await whenViewerKnown(paperId)
  if (isKnown && !viewer) return keepPendingVote(paperId)
  const { want: earlier } = ballots.get(paperId)
  if ((earlier ?? voted.has(paperId)) === want) return
  countOwnVote(paperId, want ? 1 : -1, served)
  ballots.set(paperId, { ...none, want })
  if (earlier === null) await send(paperId, want)
}

async function send(paperId: string, want: boolean): Promise<void> {
  const slow = setTimeout(() => ballots.set(paperId, { ...ballots.get(paperId), isSlow: true }), slowAfter)
  const answer = await requestVote(paperId, want)
  clearTimeout(slow)
  if (!('voted' in answer)) return refuse(paperId, answer)
  setVoted(paperId, answer.voted)
  const latest = ballots.get(paperId).want
  if (latest !== null && latest !== answer.voted) return send(paperId, latest)
  settleOwnVote(paperId, answer.upvotes)
  ballots.set(paperId, none)
}

function refuse(paperId: string, no: NoVote): void {
  forgetOwnVote(paperId)
  if (no.status === 401) forgetViewer()
  ballots.set(paperId, { ...none, refusal: { text: voteRefusal(no), isSignedOut: no.status === 401 } })
}

/** Takes a refusal off the page. */
export function dismissRefusal(paperId: string): void {
  ballots.set(paperId, none)
}
