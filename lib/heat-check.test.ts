import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkHeat } from '@/lib/heat-check'

test('each hour weighs half as much a half-life earlier', () => {
  const check = checkHeat(
    [
      { hour: 100, votes: 8 },
      { hour: 124, votes: 2 },
      { hour: 148, votes: 3 },
    ],
    24,
  )
  expect(check?.rows).toEqual([
    { hour: 148, votes: 3, weight: 1, part: 3 },
    { hour: 124, votes: 2, weight: 0.5, part: 1 },
    { hour: 100, votes: 8, weight: 0.25, part: 2 },
  ])
  expect(check).toMatchObject({ earlier: null, newestHour: 148, sum: 6, heat: 148 / 24 + Math.log2(6) })
})

test('no votes, nothing to check', () => {
  expect(checkHeat([], 24)).toBeNull()
})

test('what is shown and what is added up is the whole, and its logarithm is the heat', () => {
  const hours = fc
    .uniqueArray(
      fc.record({ hour: fc.integer({ min: 480_000, max: 500_000 }), votes: fc.integer({ min: 1, max: 99 }) }),
      {
        selector: ({ hour }) => hour,
        minLength: 1,
        maxLength: 300,
      },
    )
    .map((list) => list.sort((a, b) => a.hour - b.hour))
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 500 }), (list, halfLife) => {
      const check = checkHeat(list, halfLife)
      if (!check) throw new Error('There are votes.')
      const votes = check.rows.reduce((sum, row) => sum + row.votes, check.earlier?.votes ?? 0)
      expect(votes).toBe(list.reduce((sum, hour) => sum + hour.votes, 0))
      expect(check.rows.length + (check.earlier?.hours ?? 0)).toBe(list.length)
      expect(check.newestHour / halfLife + Math.log2(check.sum)).toBe(check.heat)
    }),
  )
})
