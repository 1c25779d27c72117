import { expect, test } from 'vitest'
import { feedQuerySchema } from '@/lib/feed-query'

const read = (search: string) => feedQuerySchema.safeParse(Object.fromEntries(new URLSearchParams(search)))

test('without a question it is everything, fifty at a time', () => {
  const all = { scope: null, submitter: null, sort: 'publishedAt', limit: 50, offset: 0, page: 0 }
  expect(read('')).toEqual({ success: true, data: all })
  expect(read('utm_source=x')).toEqual({ success: true, data: all })
})

test('day, week and month, page and limit', () => {
  expect(read('date=2026-06-02&p=2&limit=10')).toMatchObject({
    data: { scope: { of: 'day', value: '2026-06-02' }, limit: 10, offset: 20 },
  })
  expect(read('week=2026-W23&sort=trending')).toMatchObject({
    data: { scope: { of: 'week', value: '2026-W23' }, sort: 'trending' },
  })
  expect(read('month=2026-06&submitter=mira')).toMatchObject({
    data: { scope: { of: 'month', value: '2026-06' }, submitter: 'mira' },
  })
})

test.each([
  ['date=2026-02-30', 'date'],
  ['date=yesterday', 'date'],
  ['week=2026-W60', 'week'],
  ['month=2026-13', 'month'],
  ['p=-1', 'p'],
  ['p=1.5', 'p'],
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=ten', 'limit'],
  ['sort=best', 'sort'],
  ['date=2026-06-02&month=2026-06', 'date'],
])('%s is refused, and the parameter named', (search, field) => {
  expect(read(search).error?.issues.map(({ path }) => path)).toEqual([[field]])
})
