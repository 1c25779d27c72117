/** The wish of somebody who pressed while signed out; docs/decisions/0006 says why it waits in the browser. */
export type PendingVote = { paperId: string; path: string; at: number }

export const pendingVoteKey = 'dp_pending_vote'

const life = 30 * 60_000

export function sealPendingVote(vote: PendingVote): string {
  return JSON.stringify(vote)
}

/** What was kept: null when there is nothing, or nothing that reads as a wish. */
export function openPendingVote(text: string | null): PendingVote | null {
  const value = parse(text ?? 'null')
  if (typeof value !== 'object' || value === null) return null
  const { paperId, path, at } = value as Partial<Record<keyof PendingVote, unknown>>
  if (typeof paperId !== 'string' || typeof path !== 'string' || typeof at !== 'number') return null
  return { paperId, path, at }
}

/** What to do with a wish on a page where the reader is signed in: on its own page, within half an hour, it is due. */
export function judgePendingVote(vote: PendingVote, path: string, now: number): 'due' | 'wait' | 'expired' {
  if (now - vote.at > life || now < vote.at) return 'expired'
  return vote.path === path ? 'due' : 'wait'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // another program's, or cut off
  }
}
