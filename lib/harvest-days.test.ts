import { expect, test } from 'vitest'
import { harvestDays as harvestDaysAt } from '@/lib/harvest-days'

const at = (text: string) => Date.parse(`${text}:00Z`)
const harvestDays = (completeDay: string | null, now: number) => harvestDaysAt(completeDay, now, now)

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

test('a run as of an instant to come completes only what is over', () => {
  const present = at('2026-06-04T09:00')
  const { days, completeUntil } = harvestDaysAt('2026-06-02', at('2027-01-01T09:00'), present)
  expect(days.at(-1)).toBe('2027-01-01')
  expect(completeUntil).toBe('2026-06-03')
})

test('a day to come that was kept as complete stops nothing', () => {
  expect(harvestDays('2026-12-31', at('2026-06-04T09:00'))).toEqual(harvestDays(null, at('2026-06-04T09:00')))
})

test('a run as of an instant long past asks for nothing anew', () => {
  expect(harvestDaysAt('2026-06-02', at('2026-05-01T09:00'), at('2026-06-04T09:00')).days).toEqual([])
})
