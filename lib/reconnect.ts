const first = 5_000
const longest = 60_000

/**
 * Ms until a stream that was refused is asked for again: 5 s, then twice as long each time up to a minute, spread by
 * `chance` (0 to 1) so that a thousand pages do not come back at once.
 */
export function reconnectDelay(attempt: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** attempt)
  return Math.round(whole * (0.75 + chance / 2))
}

/**
 * Ms until a page looks at itself anew after its list changed. Not at once: the page in front is made anew within a
 * second; then spread, as every open page hears of it at the same moment.
 */
export function lookAgainDelay(chance: number): number {
  return Math.round(1_100 + chance * 2_000)
}

/** The same for a page that is made for one person, and so anew each time that it is asked for. */
export function ownPageDelay(chance: number): number {
  return Math.round(4_000 + chance * 8_000)
}

/** Ms until a page looks for the words that follow from places after its papers moved: not for each vote. */
export function wordsDelay(chance: number): number {
  return Math.round(3_000 + chance * 7_000)
}
