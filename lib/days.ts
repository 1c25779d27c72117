import { Temporal } from 'temporal-polyfill'

/* Days are 'YYYY-MM-DD', ISO weeks 'YYYY-Www', months 'YYYY-MM'; all sort as text. Times are ms since 1970, UTC. */

/** When a feed day gives way to the next: a zone's name and a time of day, 'HH:MM', there. */
export type FeedClock = { timeZone: string; rollover: string }

const dayLength = 86_400_000

/** A day of the calendar: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && utcDay(at) === text
}

/** The parts of an ISO week that there is: 2026-W53 is one, 2025-W53 is none. */
export function parseWeek(text: string): { year: number; week: number } | null {
  const [, year = '', week = ''] = /^([12]\d{3})-W(\d\d)$/.exec(text) ?? []
  // December 28 is always in the last week of its year.
  return week !== '' && week >= '01' && text <= weekOf(`${year}-12-28`) ? { year: +year, week: +week } : null
}

export function parseMonth(text: string): { year: number; month: number } | null {
  const [, year = '', month = ''] = /^([12]\d{3})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return month === '' ? null : { year: +year, month: +month }
}

/** UTC midnight at which a day begins, ms. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

export function addDays(day: string, days: number): string {
  return utcDay(dayStart(day) + days * dayLength)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(dayStart(day)).getUTCDay() || 7
}

/** The ISO week that holds a day; the week belongs to the year of its Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const week = Math.floor((dayStart(thursday) - dayStart(`${year}-01-01`)) / (7 * dayLength)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The seven days of an ISO week, from Monday. */
export function daysOfWeek(week: string): string[] {
  const year = week.slice(0, 4)
  const fourth = `${year}-01-04` // always in week 1
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (Number(week.slice(6)) - 1) * 7)
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i))
}

export function daysOfMonth(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day)
  return days
}

export function addMonths(month: string, months: number): string {
  return utcDay(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1)).slice(0, 7)
}

/**
 * The feed day that a moment falls on. A rollover before noon begins the day of that date late; one after noon begins
 * the next day early, as in 21:30: what comes later counts for tomorrow.
 */
export function feedDay(now: number, clock: FeedClock): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(clock.timeZone)
  const today = local.toPlainDate()
  const turned = now >= rolloverOn(today, clock)
  const shift = isMorning(clock) ? (turned ? 0 : -1) : turned ? 1 : 0
  return today.add({ days: shift }).toString()
}

/** As an instant, so that an hour which the clock skips or repeats turns the day once. */
function rolloverOn(date: Temporal.PlainDate, { timeZone, rollover }: FeedClock): number {
  return date.toZonedDateTime({ timeZone, plainTime: rollover }).epochMilliseconds
}

function isMorning({ rollover }: FeedClock): boolean {
  return rollover < '12:00'
}

/** The date of a time (ms), UTC. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** `Aug 19, 2023`, of a time as UTC shows it. */
export function formatDate(at: number): string {
  return dateFormat.format(at)
}

/** `Tuesday, January 6` */
export function formatDay(day: string): string {
  return dayFormat.format(dayStart(day))
}

/** `Tuesday, January 6, 2026` */
export function formatDayLong(day: string): string {
  return `${formatDay(day)}, ${day.slice(0, 4)}`
}

/** `Tuesday` */
export function weekdayName(day: string): string {
  return weekdayFormat.format(dayStart(day))
}

/** `January` */
export function monthName(month: string): string {
  return monthNameFormat.format(dayStart(`${month}-01`))
}

/** `January 2026` */
export function formatMonth(month: string): string {
  return monthFormat.format(dayStart(`${month}-01`))
}

/** `Week 2, 2026` */
export function formatWeek(week: string): string {
  return `Week ${Number(week.slice(6))}, ${week.slice(0, 4)}`
}

const dateFormat = format({ month: 'short', day: 'numeric', year: 'numeric' })
const dayFormat = format({ weekday: 'long', month: 'long', day: 'numeric' })
const weekdayFormat = format({ weekday: 'long' })
const monthNameFormat = format({ month: 'long' })
const monthFormat = format({ month: 'long', year: 'numeric' })

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
}
