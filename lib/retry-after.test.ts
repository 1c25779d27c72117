import { expect, test } from 'vitest'
import { retryAfterMs } from '@/lib/retry-after'

const now = Date.UTC(2026, 5, 2, 9)

test.each([
  ['0', 0],
  ['30', 30_000],
  [' 120 ', 120_000],
  ['0.35', 350],
  ['Tue, 02 Jun 2026 09:01:00 GMT', 60_000],
  ['Tuesday, 02-Jun-26 09:01:00 GMT', 60_000],
  ['Tue, 02 Jun 2026 08:00:00 GMT', 0],
  ['', null],
  [null, null],
  [undefined, null],
  ['-5', null],
  ['soon', null],
  ['1e9', null],
  ['2026-06-02', null],
])('%j asks for %j ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})
