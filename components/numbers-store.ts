import { BrowserStore, useStored } from '@/components/browser-store'
import { answer, commentsOf, hear, press, rest, unheard, upvotesOf } from '@/lib/live-numbers'
import type { Standing } from '@/lib/order'

/* The numbers of the papers on this page as they now are. Fed by the live stream and by one's own votes. */

const numbers = new BrowserStore(unheard)
// An event comes at most some 150 ms after the vote it tells of (server/live.ts).
const restAfter = 500
const rests = new Map<string, ReturnType<typeof setTimeout>>()

/** The upvotes to show for a paper that the page was served with `served` of. */
export function useUpvotes(paperId: string, served: number): number {
  return useStored(numbers, paperId, (known) => upvotesOf(known, served))
}

/** The comments to show for a paper that the page was served with `served` of. */
export function useComments(paperId: string, served: number): number {
  return useStored(numbers, paperId, (known) => commentsOf(known, served))
}

/** Calls back after any number changed. Returns how to stop. */
export function watchNumbers(watcher: () => void): () => void {
  return numbers.watch(watcher)
}

/** A paper's standing now. The same object when nothing was heard. */
export function standingNow(served: Standing): Standing {
  const known = numbers.get(served.id)
  if (known === unheard) return served
  return { ...served, upvotes: upvotesOf(known, served.upvotes), comments: commentsOf(known, served.comments) }
}

type Said = { id: string; upvotes?: number; comments?: number }

/** Takes in numbers from the server. Those read at `since` (performance.now()) give way to any heard after it. */
export function hearNumbers(papers: readonly Said[], since = performance.now()): void {
  for (const { id, ...said } of papers) {
    const known = numbers.get(id)
    if (known.heardAt <= since) numbers.set(id, hear(known, said, performance.now()))
  }
}

/** Counts the reader's own vote in before the server has answered. */
export function countOwnVote(paperId: string, step: 1 | -1, served: number): void {
  clearTimeout(rests.get(paperId))
  numbers.set(paperId, press(numbers.get(paperId), step, served))
}

/** The server counted it: its number rules. */
export function settleOwnVote(paperId: string, upvotes: number): void {
  numbers.set(paperId, answer(numbers.get(paperId), upvotes))
  clearTimeout(rests.get(paperId))
  rests.set(
    paperId,
    setTimeout(() => forgetOwnVote(paperId), restAfter),
  )
}

/** Back to what the server said last: a refused vote leaves no trace. */
export function forgetOwnVote(paperId: string): void {
  clearTimeout(rests.get(paperId))
  rests.delete(paperId)
  numbers.set(paperId, rest(numbers.get(paperId)))
}
