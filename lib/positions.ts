/* Places in a list that is ordered by hand: numbers, lower first, so that a move writes one row. */

export const step = 1024

/** A place between two others; null for either is the end of the list. Null when there is none left between them. */
export function between(before: number | null, after: number | null): number | null {
  if (before === null && after === null) return 0
  if (before === null) return (after ?? 0) - step
  if (after === null) return before + step
  const middle = before + (after - before) / 2
  return before < middle && middle < after ? middle : null
}

/** Fresh places for so many, with room between. */
export function spread(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i * step)
}
