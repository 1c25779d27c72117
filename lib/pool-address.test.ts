import { expect, test } from 'vitest'
import { categoryOfSegment, poolPath } from '@/lib/pool-address'

test('every list of the pool has one address', () => {
  expect(poolPath(null, null)).toBe('/new')
  expect(poolPath('cs.LG', null)).toBe('/new/cs.LG')
  expect(poolPath(null, '2026-06-02')).toBe('/new/date/2026-06-02')
  expect(poolPath('hep-th', '2026-06-02')).toBe('/new/hep-th/2026-06-02')
})

test('a segment names a category, all of them, or nothing', () => {
  expect(categoryOfSegment('cond-mat.mtrl-sci')).toBe('cond-mat.mtrl-sci')
  expect(categoryOfSegment('date')).toBeNull()
  for (const segment of ['CS.LG', 'cs.', 'cs.LG.x', '2026', 'a/b', ''])
    expect(categoryOfSegment(segment)).toBeUndefined()
})
