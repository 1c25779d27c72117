/* When a job runs again. All in ms. */

const minute = 60_000
const hour = 60 * minute
// A job that runs often waits longer than usual once it fails, and no longer than somebody who mends it would.
const shortest = 5 * minute

/** Ms from a run that failed to the next: the usual pause, a minute at most, and twice as long after each further one. */
export function pauseAfterFailures(failures: number, every: number): number {
  return Math.min(Math.min(minute, every) * 2 ** (failures - 1), longestAfterFailures(every))
}

/** Ms that lie between two runs at most, however they end. */
export function longestPause(every: number): number {
  return Math.max(every, longestAfterFailures(every))
}

/** An hour, or its usual pause where that is shorter, but some minutes. */
function longestAfterFailures(every: number): number {
  return Math.max(Math.min(every, hour), shortest)
}
