/** The middle value; the mean of the two middle ones when there are two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

/** Runs the sides in turn, round by round, so that what the machine does meanwhile falls on all of them. */
export async function alternate<Name extends string>(
  rounds: number,
  sides: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(sides) as Name[]
  const figures = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    // In both orders, since who comes second finds the machine warmer.
    for (const name of round % 2 === 0 ? names : names.toReversed()) figures.get(name)?.push(await sides[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(figures.get(name) ?? [])])) as Record<Name, number>
}
