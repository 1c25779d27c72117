import { addDays, utcDay } from '@/lib/days'

/** Days to ask for, oldest first, and the last of them after which nothing more can come. */
export type HarvestDays = { days: string[]; completeUntil: string }

// A Monday's first look reaches the Friday before.
const firstReach = 3
// What a server says of a day may come a little after it.
const settles = 6 * 3_600_000

/**
 * From the day after the last that was complete up to today, as UTC counts days: those of OAI-PMH are its. A run as of an
 * instant to come completes no day that is not over at present, and what one kept of days to come counts for nothing.
 */
export function harvestDays(completeDay: string | null, now: number, present: number): HarvestDays {
  const today = utcDay(now)
  const isKnown = completeDay !== null && completeDay <= utcDay(present)
  const days: string[] = []
  for (let day = isKnown ? addDays(completeDay, 1) : addDays(today, -firstReach); day <= today; ) {
    days.push(day)
    day = addDays(day, 1)
  }
  return { days, completeUntil: addDays(utcDay(Math.min(now, present) - settles), -1) }
}
