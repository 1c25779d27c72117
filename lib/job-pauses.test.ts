import { expect, test } from 'vitest'
import { longestPause, pauseAfterFailures } from '@/lib/job-pauses'

const [second, minute, hour] = [1_000, 60_000, 3_600_000]

test.each([
  ['5 seconds', 5 * second, [5, 10, 20, 40, 80, 160, 300, 300]],
  ['a minute', minute, [60, 120, 240, 300, 300]],
  ['an hour', hour, [60, 120, 240, 480, 960, 1_920, 3_600, 3_600]],
  ['two hours', 2 * hour, [60, 120, 240, 480, 960, 1_920, 3_600, 3_600]],
])('what runs every %s and fails waits twice as long each time, up to a length', (_, every, seconds) => {
  const pauses = seconds.map((_, i) => pauseAfterFailures(i + 1, every) / second)
  expect(pauses).toEqual(seconds)
  expect(pauseAfterFailures(2_000, every) / second).toBe(pauses.at(-1))
})

test('no pause is longer than the longest', () => {
  expect([5 * second, minute, hour, 2 * hour].map(longestPause)).toEqual([5 * minute, 5 * minute, hour, 2 * hour])
})
