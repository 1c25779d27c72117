import { expect, it } from 'vitest'
import { lookAgainDelay, reconnectDelay } from '@/lib/reconnect'

it('waits longer each time, up to a minute', () => {
  expect([0, 1, 2, 3, 4, 50].map((attempt) => reconnectDelay(attempt, 0.5))).toEqual([
    5_000, 10_000, 20_000, 40_000, 60_000, 60_000,
  ])
})

it('spreads those who were refused together', () => {
  expect(reconnectDelay(0, 0)).toBe(3_750)
  expect(reconnectDelay(0, 1)).toBe(6_250)
})

it('looks at a page only when the one in front has been made anew', () => {
  expect(lookAgainDelay(0)).toBeGreaterThan(1_000)
  expect(lookAgainDelay(1)).toBeLessThan(4_000)
})
