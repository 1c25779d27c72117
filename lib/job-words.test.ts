import { expect, test } from 'vitest'
import { everyInWords, lengthInWords } from '@/lib/job-words'

const hour = 3_600_000

test.each([
  [1_000, 'every second'],
  [5_000, 'every 5 seconds'],
  [60_000, 'every minute'],
  [90_000, 'every 90 seconds'],
  [hour, 'every hour'],
  [2 * hour, 'every 2 hours'],
  [24 * hour, 'daily'],
  [48 * hour, 'every 2 days'],
  [168 * hour, 'weekly'],
  [1, 'every second'],
])('%i ms apart is %s', (every, words) => {
  expect(everyInWords(every)).toBe(words)
})

test.each([
  [0, '0.0 s'],
  [-5_000, '0.0 s'],
  [440, '0.4 s'],
  [9_940, '9.9 s'],
  [9_960, '10 s'],
  [59_499, '59 s'],
  [59_600, '1 min'],
  [72_000, '1 min 12 s'],
  [hour - 400, '1 h'],
  [hour + 5 * 60_000, '1 h 5 min'],
  [23 * hour, '23 h'],
  [24 * hour, '1 day'],
  [75 * hour, '3 days'],
])('%i ms long is %s', (length, words) => {
  expect(lengthInWords(length)).toBe(words)
})
