import { formatDate, utcDay, weekdayName } from '@/lib/days'
import { formatMinute } from '@/lib/hours'
import { shortDay } from '@/lib/list-titles'

/* Moments in the tables of those who look after the site. UTC, ms since 1970. */

/** `Nov 26, 03:12`, and the year when it is not the present one. */
export function momentInWords(at: number, now: number): string {
  const isThisYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear()
  const date = isThisYear ? shortDay(utcDay(at)) : formatDate(at)
  return `${date}, ${formatMinute(at)}`
}

/** `03:12` of the present day, else with its date. */
export function timeInWords(at: number, now: number): string {
  const isToday = Math.floor(at / 86_400_000) === Math.floor(now / 86_400_000)
  return isToday ? formatMinute(at) : momentInWords(at, now)
}

/** When something comes next: `14:00` within a day, `Thu` within a week, else `Dec 28`. */
export function nextInWords(at: number, now: number): string {
  const ahead = at - now
  if (ahead < 86_400_000) return formatMinute(at)
  const day = utcDay(at)
  return ahead < 7 * 86_400_000 ? weekdayName(day).slice(0, 3) : shortDay(day)
}
