/** What a page that stays open knows of one paper's numbers, beyond those it was served with. */
export type LiveNumbers = {
  /** The newest that the server said, by an event or an answer; null where it said nothing yet. */
  upvotes: number | null
  comments: number | null
  /** The count with the reader's own vote, shown while that vote is on its way and for a moment after. */
  own: number | null
  /** Whether an event came since the reader pressed. */
  heardSince: boolean
  /** When an event last came, in the caller's clock. */
  heardAt: number
}

export const unheard: LiveNumbers = { upvotes: null, comments: null, own: null, heardSince: false, heardAt: -1 }

/** Takes in what an event says. An own vote's count stays on show: the event may be from before or after it. */
export function hear(known: LiveNumbers, said: { upvotes?: number; comments?: number }, now: number): LiveNumbers {
  return {
    ...known,
    upvotes: said.upvotes ?? known.upvotes,
    comments: said.comments ?? known.comments,
    heardSince: known.heardSince || said.upvotes !== undefined,
    heardAt: now,
  }
}

/** The reader's own press, one up or one down from what is on show. */
export function press(known: LiveNumbers, step: 1 | -1, served: number): LiveNumbers {
  return {
    ...known,
    own: Math.max(0, upvotesOf(known, served) + step),
    heardSince: known.own !== null && known.heardSince,
  }
}

/** The server's answer to the last press. It is shown until rest(). */
export function answer(known: LiveNumbers, upvotes: number): LiveNumbers {
  return { ...known, own: upvotes, upvotes: known.heardSince ? known.upvotes : upvotes }
}

/**
 * Ends the moment of one's own vote: by now its event has come. From here on the newest event counts again, and a
 * refused vote is gone without a trace.
 */
export function rest(known: LiveNumbers): LiveNumbers {
  return { ...known, own: null, heardSince: false }
}

export function upvotesOf(known: LiveNumbers, served: number): number {
  return known.own ?? known.upvotes ?? served
}

export function commentsOf(known: LiveNumbers, served: number): number {
  return known.comments ?? served
}
