import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysOfMonth,
  daysOfWeek,
  feedDay,
  formatDate,
  formatDayLong,
  formatMonth,
  formatWeek,
  isDay,
  parseMonth,
  parseWeek,
  weekdayOf,
  weekOf,
} from '@/lib/days'
import { hourLength } from '@/lib/hours'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1970-01-01', n))

test('a day is one of the calendar', () => {
  for (const day of ['2026-06-02', '2024-02-29', '1999-12-31']) expect(isDay(day), day).toBe(true)
  for (const day of ['2026-02-30', '2026-13-01', '2026-6-2', '2026-06-02T00', '', '2025-02-29', '99999-01-01'])
    expect(isDay(day), day).toBe(false)
})

test('a week is one of its year', () => {
  expect(parseWeek('2026-W53')).toEqual({ year: 2026, week: 53 })
  for (const week of ['2025-W53', '2026-W00', '2026-W60', '2026-23', '2026-w23', '2026-W2'])
    expect(parseWeek(week)).toBeNull()
  expect(parseMonth('2026-12')).toEqual({ year: 2026, month: 12 })
  for (const month of ['2026-00', '2026-13', '2026-1', '26-01']) expect(parseMonth(month)).toBeNull()
})

test('weeks cross the end of a year as ISO 8601 has it', () => {
  expect(weekOf('2027-01-01')).toBe('2026-W53')
  expect(weekOf('2024-12-30')).toBe('2025-W01')
  expect(weekOf('2026-06-02')).toBe('2026-W23')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
})

test('every day is in its week and month, once', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(isDay(day)).toBe(true)
      expect(parseWeek(weekOf(day))).not.toBeNull()
      expect(daysOfWeek(weekOf(day))[weekdayOf(day) - 1]).toBe(day)
      expect(daysOfMonth(day.slice(0, 7)).filter((each) => each === day)).toHaveLength(1)
    }),
  )
})

const newYork = { timeZone: 'America/New_York', rollover: '21:30' }
const at = (iso: string) => Date.parse(iso)

test('a day turns in the evening before, where the host says so', () => {
  expect(feedDay(at('2026-06-02T01:29:59Z'), newYork)).toBe('2026-06-01')
  expect(feedDay(at('2026-06-02T01:30:00Z'), newYork)).toBe('2026-06-02')
  expect(feedDay(at('2026-06-02T23:00:00Z'), { timeZone: 'UTC', rollover: '00:00' })).toBe('2026-06-02')
  expect(feedDay(at('2026-06-02T18:30:00Z'), { timeZone: 'Asia/Kathmandu', rollover: '00:00' })).toBe('2026-06-03')
})

test('a day that begins in the morning holds the night before it', () => {
  const late = { timeZone: 'UTC', rollover: '06:00' }
  expect(feedDay(at('2026-06-02T05:59:00Z'), late)).toBe('2026-06-01')
  expect(feedDay(at('2026-06-02T06:00:00Z'), late)).toBe('2026-06-02')
})

test('over a change of clock the day turns once, at an hour that is skipped or comes twice', () => {
  const berlin = { timeZone: 'Europe/Berlin', rollover: '02:30' }
  // On March 29 the clock goes from 2:00 to 3:00: 2:30 is the moment 3:30 summer time.
  expect(feedDay(at('2026-03-29T01:29:00Z'), berlin)).toBe('2026-03-28')
  expect(feedDay(at('2026-03-29T01:30:00Z'), berlin)).toBe('2026-03-29')
  // On October 25 it is 2:30 twice: the first turns the day, the second does not turn it back.
  const days = ['00:29', '00:30', '00:59', '01:00', '01:29', '01:31'].map((time) =>
    feedDay(at(`2026-10-25T${time}:00Z`), berlin),
  )
  expect(days).toEqual(['2026-10-24', ...Array(5).fill('2026-10-25')])
})

test('the feed day never goes back, and turns once between two rollovers', () => {
  const clocks = [
    newYork,
    { timeZone: 'Asia/Kathmandu', rollover: '05:45' },
    { timeZone: 'Australia/Lord_Howe', rollover: '01:45' },
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...clocks),
      fc.integer({ min: at('2025-01-01'), max: at('2027-01-01') }),
      (clock, now) => {
        const today = feedDay(now, clock)
        const [next, second] = [addDays(today, 1), addDays(today, 2)]
        // A day has 23 to 25 hours where clocks change.
        expect([today, next]).toContain(feedDay(now + 22 * hourLength, clock))
        expect([next, second]).toContain(feedDay(now + 26 * hourLength, clock))
      },
    ),
  )
})

test('dates read the same wherever the server stands', () => {
  expect(process.env.TZ).toBe('Asia/Kathmandu')
  expect(formatDate(at('2023-08-19T23:59:00Z'))).toBe('Aug 19, 2023')
  expect(formatDayLong('2026-01-06')).toBe('Tuesday, January 6, 2026')
  expect(formatMonth('2026-01')).toBe('January 2026')
  expect(formatWeek('2026-W02')).toBe('Week 2, 2026')
})
