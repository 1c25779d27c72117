import { expect, test } from 'vitest'
import { momentInWords, nextInWords, timeInWords } from '@/lib/moment-words'

const now = Date.parse('2026-01-09T10:41:00Z')

test('a moment has its date, and its year only where that is another', () => {
  expect(momentInWords(now, now)).toBe('Jan 9, 10:41')
  expect(momentInWords(Date.parse('2025-12-31T23:59:59Z'), now)).toBe('Dec 31, 2025, 23:59')
})

test('of the present day the time is enough', () => {
  expect(timeInWords(Date.parse('2026-01-09T00:00:00Z'), now)).toBe('00:00')
  expect(timeInWords(Date.parse('2026-01-09T23:59:00Z'), now)).toBe('23:59')
  expect(timeInWords(Date.parse('2026-01-08T23:59:00Z'), now)).toBe('Jan 8, 23:59')
  expect(timeInWords(Date.parse('2026-01-10T02:00:00Z'), now)).toBe('Jan 10, 02:00')
})

test('what comes next is told by its time, its weekday or its date, the farther the coarser', () => {
  expect(nextInWords(Date.parse('2026-01-10T10:40:59Z'), now)).toBe('10:40')
  expect(nextInWords(Date.parse('2026-01-10T10:41:00Z'), now)).toBe('Sat')
  expect(nextInWords(Date.parse('2026-01-16T10:41:00Z'), now)).toBe('Jan 16')
})
