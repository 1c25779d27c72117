import { expect, test } from 'vitest'
import { searchQuerySchema } from '@/lib/search-api'

test('words alone are enough, and so is a filter alone', () => {
  expect(searchQuerySchema.parse({ q: 'attention' })).toMatchObject({ limit: 20, asked: { q: 'attention', page: 1 } })
  expect(searchQuerySchema.parse({ cat: 'cs.LG', limit: '120', p: '3', sort: 'date' })).toMatchObject({
    limit: 120,
    asked: { page: 3, sort: 'date', filters: { category: 'cs.LG' } },
  })
  expect(searchQuerySchema.safeParse({ q: 'é'.repeat(250) }).success).toBe(true)
})

test.each([
  [{ q: 'a'.repeat(251) }, ['q']],
  [{}, ['q']],
  [{ q: '"' }, ['q']],
  [{ q: 'a', limit: '0' }, ['limit']],
  [{ q: 'a', limit: '121' }, ['limit']],
  [{ q: 'a', limit: 'ten', p: '-1' }, ['p', 'limit']],
  [{ from: 'nonsense' }, ['from']],
  [{ q: 'a', sort: 'best', code: 'perhaps' }, ['code', 'sort']],
])('%j is refused by name', (given, fields) => {
  const { error } = searchQuerySchema.safeParse(given)
  expect(error?.issues.map(({ path }) => path.join())).toEqual(fields)
})
