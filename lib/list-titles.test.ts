import { expect, test } from 'vitest'
import { dayTitle, possessiveDay, rolloverInWords, shortDay, weekTitle } from '@/lib/list-titles'

test('a day of this year needs no year', () => {
  expect(dayTitle('2026-01-06', '2026-11-26')).toBe('Tuesday, January 6')
  expect(dayTitle('2025-12-31', '2026-01-01')).toBe('Wednesday, December 31, 2025')
})

test('a week is called by its days', () => {
  expect(weekTitle('2026-W02', '2026-11-26')).toBe('January 5–11')
  expect(weekTitle('2026-W27', '2026-11-26')).toBe('June 29 to July 5')
  expect(weekTitle('2024-W10', '2026-11-26')).toBe('March 4–10, 2024')
})

test('a week over the turn of the year says both', () => {
  expect(weekTitle('2026-W01', '2026-01-02')).toBe('December 29, 2025 to January 4, 2026')
})

test('another day is called by its name while that can only be one day', () => {
  expect(possessiveDay('2026-01-05', '2026-01-06')).toBe('Monday’s')
  expect(possessiveDay('2025-12-30', '2026-01-06')).toBe('those of Tuesday, December 30, 2025')
})

test('a day beside others is short', () => {
  expect(shortDay('2025-12-28')).toBe('Dec 28')
})

test('the turn of the day is told with its place', () => {
  expect(rolloverInWords({ timeZone: 'UTC', rollover: '01:00' })).toBe('01:00 UTC')
  expect(rolloverInWords({ timeZone: 'America/New_York', rollover: '21:30' })).toBe('21:30 in New York')
})
