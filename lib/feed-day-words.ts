import type { FeedClock } from '@/lib/days'

/** When a day of this site begins and ends, in a sentence. */
export function feedDayInWords({ timeZone, rollover }: FeedClock): string {
  const zone = timeZone === 'UTC' ? 'UTC' : `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time (${timeZone})`
  if (rollover === '00:00') return `A day here goes from midnight to midnight, ${zone}.`
  if (rollover < '12:00')
    return `A day here begins at ${rollover}, ${zone}: what comes before counts for the day before.`
  return `A day here ends at ${rollover}, ${zone}: what comes after counts for the next day.`
}
