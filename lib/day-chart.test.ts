import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawDays } from '@/lib/day-chart'
import { addDays } from '@/lib/days'

const daysOf = (...numbers: number[]) => numbers.map((n, i) => ({ day: addDays('2026-01-01', i), n }))

test('a bar for each day that has something, today apart, and the same in words', () => {
  expect(drawDays(daysOf(10, 0, 40, 20))).toEqual({
    past: 'M6 55V42.3H54V55Z',
    yesterday: 'M126 55V4H174V55Z',
    today: 'M186 55V29.5H234V55Z',
    from: 'Jan 1',
    soFar: '20',
    compared: 'so far today, yesterday 40',
    sentence: 'About 17 a day in 3 days, most on Jan 3: 40.',
    rows: [
      { label: 'Jan 4, 2026', n: 20 },
      { label: 'Jan 3, 2026', n: 40 },
      { label: 'Jan 2, 2026', n: 0 },
      { label: 'Jan 1, 2026', n: 10 },
    ],
  })
})

test('nothing at all, the very first, and hardly anything are said so', () => {
  expect(drawDays(daysOf(0, 0, 0))).toMatchObject({ past: '', yesterday: '', today: '', sentence: 'None in 3 days.' })
  expect(drawDays(daysOf(0, 0, 7)).sentence).toBe('The first in 3 days.')
  expect(drawDays(daysOf(1, 0, 0, 0)).sentence).toBe('Less than one a day in 3 days, most on Jan 1: 1.')
  expect(drawDays(daysOf(1, 0, 0, 0))).toMatchObject({ soFar: '0', compared: 'so far today, yesterday 0' })
  expect(drawDays(daysOf(1200, 2400, 0)).sentence).toContain('About 1,800 a day in 2 days, most on Jan 2: 2,400.')
})

test('no bar leaves its box, however the numbers are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1e9 }), { minLength: 2, maxLength: 40 }), (numbers) => {
      const { past, yesterday, today } = drawDays(daysOf(...numbers))
      for (const [, x, y] of `${past}${yesterday}${today}`.matchAll(/H([\d.]+)V([\d.]+)/g)) {
        expect(Number(x)).toBeLessThanOrEqual(240)
        expect(Number(y)).toBeLessThanOrEqual(55)
      }
      for (const [, y] of `${past}${yesterday}${today}`.matchAll(/55V([\d.]+)/g))
        expect(Number(y)).toBeGreaterThanOrEqual(4)
    }),
  )
})
