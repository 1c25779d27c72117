import { expect, test } from 'vitest'
import { categoryNotes } from '@/lib/search-notes'

test('that papers lack a category is told where it is a tenth of them or more', () => {
  expect(categoryNotes(1_234, 8_506)).toEqual([
    { typed: '', says: '1,234 of 8,506 papers have no category yet: a search by category leaves them out.' },
  ])
  expect(categoryNotes(3, 3)[0]?.says).toBe('No paper here has a category yet: a search by category leaves them out.')
  expect(categoryNotes(10, 100)).toHaveLength(1)
  expect(categoryNotes(9, 100)).toEqual([])
  expect(categoryNotes(0, 0)).toEqual([])
})
