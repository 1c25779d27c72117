import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartHeight, chartWidth, drawVotes } from '@/lib/vote-chart'

const hourLength = 3_600_000
const one = Date.UTC(2026, 0, 6, 1) / hourLength
const at = (hour: number, votes: number) => ({ hour: one + hour, votes })
const ms = (hour: number) => (one + hour) * hourLength + 60_000

test('without a vote there is nothing to draw', () => {
  expect(drawVotes([], ms(0))).toBeNull()
})

test('a morning: steps, times at the ends, a sentence and every hour', () => {
  const chart = drawVotes([at(0, 5), at(3, 18), at(6, 8), at(8, 10)], ms(8))
  expect(chart).toEqual({
    path: 'M0 54H0V47.9H80V26H160V16.2H213V4H240',
    from: '01:00',
    to: '09:01',
    sentence: '41 votes in nine hours, 18 of them in the last three hours.',
    unit: 'hour',
    rows: [
      { label: 'Jan 6, 2026, 01:00', votes: 5, total: 5 },
      { label: 'Jan 6, 2026, 04:00', votes: 18, total: 23 },
      { label: 'Jan 6, 2026, 07:00', votes: 8, total: 31 },
      { label: 'Jan 6, 2026, 09:00', votes: 10, total: 41 },
    ],
  })
})

test('votes of a single hour are a sentence, not a line', () => {
  expect(drawVotes([at(0, 1)], ms(2))).toMatchObject({ path: null, sentence: '1 vote in three hours.' })
})

test('a line that ends with its day bears the date of that day', () => {
  expect(drawVotes([at(0, 1), at(70, 1)], ms(70))?.to).toBe('Jan 8, 2026')
})

test('days: dates at the ends, and what the last day brought', () => {
  const chart = drawVotes([at(0, 1), at(30, 2), at(100, 1)], ms(150))
  expect(chart).toMatchObject({ from: 'Jan 6, 2026', to: 'Jan 12, 2026', unit: 'day' })
  expect(chart?.sentence).toBe('4 votes in six days, none of them in the last 24 hours.')
  expect(chart?.rows.map(({ total }) => total)).toEqual([1, 3, 4])
})

test('a paper that is past its week ends with the last vote', () => {
  expect(drawVotes([at(-1, 32)], ms(9000))).toMatchObject({ path: null, sentence: '32 votes, all on Jan 6, 2026.' })
  expect(drawVotes([at(0, 1), at(400, 1)], ms(9000))?.sentence).toBe('2 votes in 17 days, the last on Jan 22, 2026.')
})

test('years of votes count by the month', () => {
  const hours = Array.from({ length: 700 }, (_, i) => at(i * 24, 1))
  const chart = drawVotes(hours, ms(700 * 24))
  expect(chart?.unit).toBe('month')
  expect(chart?.rows[0]).toEqual({ label: 'Jan 2026', votes: 26, total: 26 })
  expect(chart?.rows).toHaveLength(24)
})

test('the line never leaves its box, never falls, and has at most a step for each unit of width', () => {
  const hours = fc
    .uniqueArray(fc.record({ hour: fc.integer({ min: 0, max: 40_000 }), votes: fc.integer({ min: 1, max: 9_999 }) }), {
      selector: ({ hour }) => hour,
      minLength: 1,
    })
    .map((list) => list.sort((a, b) => a.hour - b.hour))
  fc.assert(
    fc.property(hours, fc.nat(50_000), (list, now) => {
      const path = drawVotes(list, now * hourLength)?.path
      if (!path) return
      const xs = Array.from(path.matchAll(/H([\d.]+)/g), ([, x]) => Number(x))
      const ys = Array.from(path.matchAll(/V([\d.]+)/g), ([, y]) => Number(y))
      expect(xs).toEqual([...xs].sort((a, b) => a - b))
      expect(ys).toEqual([...ys].sort((a, b) => b - a))
      expect(xs.length).toBeLessThanOrEqual(chartWidth + 2)
      expect(Math.max(...xs)).toBe(chartWidth)
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...ys)).toBeLessThanOrEqual(chartHeight)
    }),
  )
})
