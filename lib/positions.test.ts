import { expect, test } from 'vitest'
import { between, spread } from '@/lib/positions'

test('there is a place at each end and between two', () => {
  expect(between(null, null)).toBe(0)
  expect(between(null, 10)).toBeLessThan(10)
  expect(between(10, null)).toBeGreaterThan(10)
  expect(between(1, 2)).toBe(1.5)
})

test('when numbers run out between two, it says so', () => {
  let upper = 1
  let moves = 0
  for (; ; moves++) {
    const place = between(0, upper)
    if (place === null) break
    expect(place).toBeGreaterThan(0)
    expect(place).toBeLessThan(upper)
    upper = place
  }
  expect(moves).toBeGreaterThan(1000)
  expect(between(1, 1 + Number.EPSILON)).toBeNull()
})

test('fresh places are in order and leave room', () => {
  const places = spread(3)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(between(places[0] ?? 0, places[1] ?? 0)).not.toBeNull()
  expect(spread(0)).toEqual([])
})
