import { expect, test } from 'vitest'
import { nextPage, readFeedQuery } from '@/lib/feed-query'

const read = (search: string) => readFeedQuery(new URLSearchParams(search))

test('without a question it is everything, fifty at a time', () => {
  const all = { scope: null, submitter: null, sort: 'publishedAt', limit: 50, offset: 0 }
  expect(read('')).toEqual({ ok: true, query: all })
  expect(read('date=&utm_source=x')).toEqual({ ok: true, query: all })
})

test('day, week and month, page and limit', () => {
  expect(read('date=2026-06-02&p=2&limit=10')).toMatchObject({
    query: { scope: { of: 'day', value: '2026-06-02' }, limit: 10, offset: 20 },
  })
  expect(read('week=2026-W23&sort=trending')).toMatchObject({
    query: { scope: { of: 'week', value: '2026-W23' }, sort: 'trending' },
  })
  expect(read('month=2026-06&submitter=mira')).toMatchObject({
    query: { scope: { of: 'month', value: '2026-06' }, submitter: 'mira' },
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
  const answer = read(search)
  expect(answer).toMatchObject({ ok: false, error: expect.stringContaining(field) })
  expect(!answer.ok && Object.keys(answer.fields)).toEqual([field])
})

test('the next page has the same question at the address readers use', () => {
  const url = new URL('http://127.0.0.1:1234/api/daily_papers?date=2026-06-02&limit=10')
  const next = nextPage(url, 'https://papers.example.org')
  expect(next).toBe('https://papers.example.org/api/daily_papers?date=2026-06-02&limit=10&p=1')
  expect(nextPage(new URL(next), 'https://papers.example.org')).toContain('p=2')
})
