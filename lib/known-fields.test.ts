import { expect, test } from 'vitest'
import { z } from 'zod'
import { unknownFields } from '@/lib/known-fields'

const plain = z.object({ kind: z.string(), want: z.string().optional() })

test.each([
  ['a plain object', plain],
  ['one that is checked as a whole', plain.refine(() => true)],
  ['one that is made into something else', plain.transform(({ kind }) => ({ other: kind })).refine(() => true)],
  ['one that is made ready first', z.preprocess((value) => value, plain)],
])('%s knows its own fields and no others', (_, schema) => {
  expect(unknownFields(schema, { kind: 'author' })).toEqual({})
  expect(unknownFields(schema, { muted: true, kind: 'author' })).toEqual({ muted: 'There is no field muted here.' })
})

test('names that are sent are said again only so far', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}${'x'.repeat(100)}`, 1]))
  const said = Object.keys(unknownFields(plain, many))
  expect(said).toHaveLength(5)
  for (const name of said) expect(name).toHaveLength(40)
})
