/** Keeps to a rate: no more than so many a minute, evenly. */
export type Pace = {
  /** Takes the next turn. @returns ms to wait for it */
  turn: (now: number) => number
}

// Timers are late by this much (ms) now and then, and what they lose is made up for.
const slack = 20

export function paceOf(aMinute: number): Pace {
  const apart = 60_000 / aMinute
  let freeAt = Number.NEGATIVE_INFINITY
  return {
    turn(now) {
      const at = Math.max(freeAt, now - slack)
      freeAt = at + apart
      return Math.max(0, at - now)
    },
  }
}
