import { hourOf } from '@/lib/hours'

/** Votes in one hour; hours are whole, counted from 1970. */
type Hour = { hour: number; votes: number }

/**
 * The heat of a paper: log2 of the sum of 2^(t/h) over its votes, t their times rounded down to the hour, h the
 * half-life, both in hours. All heats decay alike, so their order changes only when somebody votes
 * (the "hot" ranking of exponential decay, kept in log space because 2^(t/h) overflows).
 *
 * @param hours votes by the hour, oldest first: summed in this order, so that the same votes give the same bits
 * @returns null without a vote
 */
export function heatOf(hours: readonly Hour[], halfLifeHours: number): number | null {
  const newest = hours.findLast(({ votes }) => votes > 0)
  if (!newest) return null
  let sum = 0
  for (const { hour, votes } of hours) sum += weightOf(hour, newest.hour, halfLifeHours) * votes
  return newest.hour / halfLifeHours + Math.log2(sum)
}

/** What one vote weighs beside one of the newest hour: 1 in that hour, half of it a half-life earlier. */
export function weightOf(hour: number, newestHour: number, halfLifeHours: number): number {
  return 2 ** ((hour - newestHour) / halfLifeHours)
}

/** What a heat comes to at a moment (ms): the sum of its votes, each by what it weighs beside one of this hour. */
export function heatAt(heat: number, now: number, halfLifeHours: number): number {
  return 2 ** (heat - hourOf(now) / halfLifeHours)
}

/**
 * A heat after `change` more votes (fewer when negative) in one hour, for a browser that has only the heat: the same
 * as heatOf of all hours, but for rounding.
 * @returns null when no vote is left
 */
export function heatWith(heat: number | null, change: number, hour: number, halfLifeHours: number): number | null {
  if (change === 0) return heat
  const base = hour / halfLifeHours
  const sum = (heat === null ? 0 : 2 ** (heat - base)) + change
  return sum > 0 ? base + Math.log2(sum) : null
}
