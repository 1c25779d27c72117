const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, in words: `now`, `12 minutes ago`, `3 hours ago`, `yesterday`, `5 days ago`. Times are ms. */
export function ago(at: number, now: number): string {
  const past = now - at
  if (past < minute) return 'now'
  if (past < hour) return some(Math.floor(past / minute), 'minute')
  if (past < day) return some(Math.floor(past / hour), 'hour')
  if (past < 2 * day) return 'yesterday'
  if (past < 60 * day) return some(Math.floor(past / day), 'day')
  return some(Math.floor(past / (30 * day)), 'month')
}

function some(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'} ago`
}
