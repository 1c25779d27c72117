import { expect, test } from 'vitest'
import { changeListSchema, changePaperSchema, newListSchema } from '@/lib/list-schema'

test('a list has a name of one line', () => {
  expect(newListSchema.parse({ name: ' To\n read ', isPublic: 'yes' })).toMatchObject({
    name: 'To read',
    isPublic: true,
  })
  for (const name of ['', ' \n ', 'x'.repeat(81), 7]) expect(newListSchema.safeParse({ name }).success).toBe(false)
})

test('something has to be said of what is to change, and what is left out is not changed', () => {
  expect(changeListSchema.safeParse({}).success).toBe(false)
  expect(changeListSchema.safeParse({ next: '/lists' }).success).toBe(false)
  expect(changeListSchema.parse({ about: '' })).toEqual({ about: '' })
  expect(changeListSchema.safeParse({ isDefault: false }).success).toBe(false)
  expect(changePaperSchema.safeParse({ was: 'x' }).success).toBe(false)
  expect(changePaperSchema.parse({ read: 'no' })).toEqual({ read: false })
  expect(changePaperSchema.parse({ place: 'top' })).toEqual({ place: 'top' })
  expect(changePaperSchema.safeParse({ place: 'sideways' }).success).toBe(false)
  expect(changePaperSchema.safeParse({ saved: true, note: 'x' }).success).toBe(true)
  expect(changePaperSchema.safeParse({ saved: false, note: 'x' }).success).toBe(false)
})

test('a note keeps its lines and is bounded', () => {
  expect(changePaperSchema.parse({ note: ' one\r\n\r\ntwo \n' })).toEqual({ note: 'one\n\ntwo' })
  expect(changePaperSchema.safeParse({ note: 'x'.repeat(4_001) }).success).toBe(false)
  expect(changePaperSchema.parse({ note: '' })).toEqual({ note: '' })
})
