import { dayStart, daysOfWeek, type FeedClock, formatDay, weekdayName } from '@/lib/days'

/* How lists are called. A year is said only where it is not the present one, which every reader takes for granted. */

/** `Tuesday, January 6`, and the year when it is not today's. */
export function dayTitle(day: string, today: string): string {
  return isOfYear(day, today) ? formatDay(day) : `${formatDay(day)}, ${day.slice(0, 4)}`
}

/** `January 5–11`, `June 29 to July 5`, and the year when it is not today's. */
export function weekTitle(week: string, today: string): string {
  const days = daysOfWeek(week)
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  const sameYear = isOfYear(first, last)
  const from = monthAndDay(first) + (sameYear ? '' : `, ${first.slice(0, 4)}`)
  const span = sameMonth ? `${from}–${Number(last.slice(8))}` : `${from} to ${monthAndDay(last)}`
  return sameYear && isOfYear(last, today) ? span : `${span}, ${last.slice(0, 4)}`
}

/** `Monday’s` for a day of the week before, else the date: what a link to another day's papers reads. */
export function possessiveDay(other: string, day: string): string {
  const apart = Math.abs(dayStart(day) - dayStart(other)) / 86_400_000
  return apart < 7 ? `${weekdayName(other)}’s` : `those of ${dayTitle(other, day)}`
}

/** `Dec 28`: a day among others of its month or year. */
export function shortDay(day: string): string {
  return short.format(dayStart(day))
}

/** When the feed's day turns: `01:00 UTC`, `21:30 in New York`. */
export function rolloverInWords({ timeZone, rollover }: FeedClock): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ')
  return timeZone.includes('/') ? `${rollover} in ${place}` : `${rollover} ${timeZone}`
}

const short = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' })

function monthAndDay(day: string): string {
  return long.format(dayStart(day))
}

function isOfYear(day: string, other: string): boolean {
  return day.slice(0, 4) === other.slice(0, 4)
}
