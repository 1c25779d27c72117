import { expect, test } from 'vitest'
import { feedDayInWords } from '@/lib/feed-day-words'

test('says when a day begins and ends', () => {
  expect(feedDayInWords({ timeZone: 'UTC', rollover: '00:00' })).toBe('A day here goes from midnight to midnight, UTC.')
  expect(feedDayInWords({ timeZone: 'America/New_York', rollover: '21:30' })).toBe(
    'A day here ends at 21:30, New York time (America/New_York): what comes after counts for the next day.',
  )
  expect(feedDayInWords({ timeZone: 'Asia/Kathmandu', rollover: '06:00' })).toBe(
    'A day here begins at 06:00, Kathmandu time (Asia/Kathmandu): what comes before counts for the day before.',
  )
})
