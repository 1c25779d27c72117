import { addDays } from '@/lib/days'

/** Days to ask for, oldest first, and the last of them after which nothing more can come. */
export type HarvestDays = { days: string[]; completeUntil: string }

// A Monday's first look reaches the Friday before.
const firstReach = 3
// What a server says of a day may come a little after it.
const settles = 6 * 3_600_000

/** From the day after the last that was complete up to today, as UTC counts days: those of OAI-PMH are its. */
export function harvestDays(completeDay: string | null, now: number): HarvestDays {
  const today = dayAt(now)
  const days: string[] = []
  for (let day = completeDay ? addDays(completeDay, 1) : addDays(today, -firstReach); day <= today; ) {
    days.push(day)
    day = addDays(day, 1)
  }
  return { days, completeUntil: addDays(dayAt(now - settles), -1) }
}

function dayAt(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
