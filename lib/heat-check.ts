import { heatOf, weightOf } from '@/lib/heat'

type Hour = { hour: number; votes: number }

/** One paper's heat, worked out step by step so that a reader can do the same. */
export type HeatCheck = {
  /** The newest hours first; `part` is votes · weight. */
  rows: { hour: number; votes: number; weight: number; part: number }[]
  /** Hours that are too many to show, added up. */
  earlier: { hours: number; votes: number; part: number } | null
  newestHour: number
  sum: number
  heat: number
}

// A vote that is lighter than a millionth changes nothing that can be seen.
const light = 1e-6
const most = 100

/**
 * @param hours oldest first, without empty ones
 * @returns null without a vote
 */
export function checkHeat(hours: readonly Hour[], halfLifeHours: number): HeatCheck | null {
  const heat = heatOf(hours, halfLifeHours)
  const newestHour = hours.at(-1)?.hour
  if (heat === null || newestHour === undefined) return null
  const parts = hours.map(({ hour, votes }) => {
    const weight = weightOf(hour, newestHour, halfLifeHours)
    return { hour, votes, weight, part: votes * weight }
  })
  const shown = Math.min(most, parts.filter(({ weight }) => weight >= light).length)
  const early = parts.slice(0, -shown)
  return {
    rows: parts.slice(-shown).reverse(),
    earlier:
      early.length > 0 ? { hours: early.length, votes: sumOf(early, 'votes'), part: sumOf(early, 'part') } : null,
    newestHour,
    sum: sumOf(parts, 'part'),
    heat,
  }
}

function sumOf<K extends string>(rows: readonly Record<K, number>[], key: K): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
