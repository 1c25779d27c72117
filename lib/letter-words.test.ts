import { expect, test } from 'vitest'
import { momentInWords, timeInWords } from '@/lib/letter-words'

test.each([
  ['daily', 7, 'Europe/Berlin', 'daily at 07:00 in Berlin'],
  ['weekly', 18, 'UTC', 'weekly at 18:00 UTC'],
  ['daily', 7, 'Asia/Calcutta', 'daily at 07:00 in Kolkata'],
  ['daily', 0, 'America/Argentina/Buenos_Aires', 'daily at 00:00 in Buenos Aires'],
] as const)('%s at %i in %s reads %j', (frequency, hour, timezone, words) => {
  expect(timeInWords({ frequency, hour, timezone })).toBe(words)
})

test('a moment is said as the reader’s clock has it', () => {
  const at = Date.UTC(2026, 5, 2, 18, 30)
  expect(momentInWords(at, 'Asia/Kolkata')).toBe('Wednesday, June 3, at 00:00 in Kolkata')
  expect(momentInWords(at, 'UTC')).toBe('Tuesday, June 2, at 18:30 UTC')
})
