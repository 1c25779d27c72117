import { expect, test } from 'vitest'
import { savedSearchChangeSchema, savedSearchSchema } from '@/lib/saved-search-schema'

const fieldsOf = (schema: typeof savedSearchSchema | typeof savedSearchChangeSchema, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map(({ path }) => path.join('.'))

test('a search is kept as its address says it, and called by what it looks for', () => {
  expect(savedSearchSchema.parse({ q: '  state   space ', cat: 'CS.LG', votes: 3, code: '1' })).toEqual({
    asked: 'q=state+space&cat=cs.LG&votes=3&code=1',
    name: 'state space, in cs.LG, with 3 or more upvotes, with code',
    inLetter: undefined,
    next: undefined,
  })
})

test('a name is one line, and an empty one is none', () => {
  expect(savedSearchSchema.parse({ q: 'flow', name: ' My\n flow ' }).name).toBe('My flow')
  expect(savedSearchSchema.parse({ q: 'flow', name: ' ' }).name).toBe('flow')
  expect(fieldsOf(savedSearchSchema, { q: 'flow', name: 'x'.repeat(81) })).toEqual(['name'])
})

test('nothing to look for, or what cannot be read, is refused by its field', () => {
  expect(fieldsOf(savedSearchSchema, {})).toEqual(['q'])
  expect(fieldsOf(savedSearchSchema, { q: ' - " ' })).toEqual(['q'])
  expect(fieldsOf(savedSearchSchema, { q: 'x', votes: 'many', cat: 'no category' })).toEqual(['cat', 'votes'])
  expect(fieldsOf(savedSearchSchema, { q: ['x'] })).toEqual(['q'])
  expect(fieldsOf(savedSearchSchema, { q: 'x'.repeat(501) })).toEqual(['q'])
})

test('a change names what changes, and the search as a whole', () => {
  expect(savedSearchChangeSchema.parse({ name: 'Flow' })).toMatchObject({ name: 'Flow', asked: undefined })
  expect(savedSearchChangeSchema.parse({ inLetter: 'off' })).toMatchObject({ inLetter: false })
  expect(savedSearchChangeSchema.parse({ cat: 'cs.CL' })).toMatchObject({ asked: 'cat=cs.CL', name: undefined })
  expect(fieldsOf(savedSearchChangeSchema, {})).toEqual(['name'])
  expect(fieldsOf(savedSearchChangeSchema, { name: ' ' })).toEqual(['name'])
  expect(fieldsOf(savedSearchChangeSchema, { inLetter: 'perhaps' })).toEqual(['inLetter'])
  expect(fieldsOf(savedSearchChangeSchema, { q: '' })).toEqual(['q'])
})
