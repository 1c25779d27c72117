import { expect, test } from 'vitest'
import { harvestDays } from '@/lib/harvest-days'

const at = (text: string) => Date.parse(`${text}:00Z`)

test('the first look reaches back over a weekend', () => {
  expect(harvestDays(null, at('2026-06-08T09:00'))).toEqual({
    days: ['2026-06-05', '2026-06-06', '2026-06-07', '2026-06-08'],
    completeUntil: '2026-06-07',
  })
})

test('a day is complete some hours after its end, and is asked for until then', () => {
  expect(harvestDays('2026-06-02', at('2026-06-04T05:59'))).toEqual({
    days: ['2026-06-03', '2026-06-04'],
    completeUntil: '2026-06-02',
  })
  expect(harvestDays('2026-06-02', at('2026-06-04T06:00')).completeUntil).toBe('2026-06-03')
})

test('after a week off no day is skipped', () => {
  expect(harvestDays('2026-06-02', at('2026-06-10T09:00')).days).toHaveLength(8)
})
