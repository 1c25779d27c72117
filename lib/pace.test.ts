import { expect, test } from 'vitest'
import { paceOf } from '@/lib/pace'

/** The moments at which turns come that are all taken as soon as they may be. */
function turns(aMinute: number, count: number, lateBy = 0): number[] {
  const pace = paceOf(aMinute)
  let now = 1_000
  return Array.from({ length: count }, () => {
    const wait = pace.turn(now)
    now += wait > 0 ? wait + lateBy : 0
    return now
  })
}

test('in no minute there are more turns than may be', () => {
  for (const aMinute of [1, 7, 600]) {
    const at = turns(aMinute, 3 * aMinute + 1)
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(3 * 60_000 - 21)
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(60_000 / aMinute - 21)
  }
})

test('timers that are late by little lose nothing, and a long pause is not made up for', () => {
  const at = turns(6_000, 601, 9)
  expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeLessThanOrEqual(6_100)
  const pace = paceOf(60)
  pace.turn(0)
  expect([pace.turn(3_600_000), pace.turn(3_600_000)]).toEqual([0, 980])
})
