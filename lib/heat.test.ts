import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heatOf, heatWith, weightOf } from '@/lib/heat'

test('a vote weighs half after a half-life', () => {
  expect(heatOf([{ hour: 240, votes: 1 }], 24)).toBe(10)
  expect(heatOf([{ hour: 240, votes: 2 }], 24)).toBe(11)
  expect(heatOf([{ hour: 216, votes: 2 }], 24)).toBe(heatOf([{ hour: 240, votes: 1 }], 24))
  expect(weightOf(216, 240, 24)).toBe(0.5)
  expect(heatOf([], 24)).toBeNull()
})

test('today’s hours do not overflow', () => {
  expect(heatOf([{ hour: 494_000, votes: 1_000_000 }], 1)).toBeCloseTo(494_000 + Math.log2(1e6), 6)
})

test('another vote makes it hotter, a later one more so', () => {
  const hours = fc.uniqueArray(fc.integer({ min: 490_000, max: 490_200 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 900 }), (given, votes) => {
      const list = given.sort((a, b) => a - b).map((hour) => ({ hour, votes }))
      const last = list.at(-1)?.hour ?? 0
      const before = heatOf(list, 24) ?? 0
      const withNew = heatOf([...list, { hour: last + 1, votes: 1 }], 24) ?? 0
      const withLater = heatOf([...list, { hour: last + 30, votes: 1 }], 24) ?? 0
      expect(withNew).toBeGreaterThan(before)
      expect(withLater).toBeGreaterThan(withNew)
    }),
  )
})

test('a browser that knows only the heat comes to the same', () => {
  const hours = [
    { hour: 494_000, votes: 7 },
    { hour: 494_030, votes: 2 },
  ]
  const later = [...hours, { hour: 494_050, votes: 3 }]
  expect(heatWith(heatOf(hours, 24), 3, 494_050, 24)).toBeCloseTo(heatOf(later, 24) ?? 0, 9)
  expect(heatWith(heatOf(later, 24), -3, 494_050, 24)).toBeCloseTo(heatOf(hours, 24) ?? 0, 9)
  expect(heatWith(null, 1, 240, 24)).toBe(heatOf([{ hour: 240, votes: 1 }], 24))
  expect(heatWith(heatOf([{ hour: 240, votes: 1 }], 24), -1, 240, 24)).toBeNull()
})
