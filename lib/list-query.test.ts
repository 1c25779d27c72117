import { expect, test } from 'vitest'
import { listHref, placesOf, readListQuery } from '@/lib/list-query'

test('a list is asked for by order and page', () => {
  expect(readListQuery({})).toEqual({ order: 'top', page: 1 })
  expect(readListQuery({ sort: 'discussed', p: '3' })).toEqual({ order: 'discussed', page: 3 })
})

test('an order that there is not means the usual one', () => {
  expect(readListQuery({ sort: 'loudest' })).toEqual({ order: 'top', page: 1 })
  expect(readListQuery({ sort: ['newest', 'top'] })).toEqual({ order: 'top', page: 1 })
})

test('a page that no list has is refused', () => {
  for (const p of ['0', '-1', '1.5', 'two', '01', '', '10000']) expect(readListQuery({ p })).toBeNull()
})

test('the first page in the usual order is the address of the list itself', () => {
  expect(listHref('/papers/date/2026-01-06', { order: 'top', page: 1 })).toBe('/papers/date/2026-01-06')
  expect(listHref('/', { order: 'newest', page: 2 })).toBe('/?p=2&sort=newest')
})

test('an address reads back as what it was made from', () => {
  for (const order of ['top', 'newest', 'discussed'] as const) {
    for (const page of [1, 2, 12]) {
      const url = new URL(listHref('/papers', { order, page }), 'http://papers.test')
      expect(readListQuery(Object.fromEntries(url.searchParams))).toEqual({ order, page })
    }
  }
})

test('more says what comes', () => {
  expect(placesOf({ page: 2, pageSize: 20, of: 61 })).toBe('21st to 40th')
  expect(placesOf({ page: 4, pageSize: 20, of: 61 })).toBe('61st')
  expect(placesOf({ page: 2, pageSize: 50 })).toBe('From the 51st on')
})
