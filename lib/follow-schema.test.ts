import { expect, test } from 'vitest'
import { followSchema, unfollowSchema } from '@/lib/follow-schema'

const wrong = (given: Record<string, unknown>) => {
  const read = followSchema.safeParse(given)
  return read.success
    ? null
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

test('a category is written as arXiv writes it', () => {
  const category = (value: string) => followSchema.parse({ kind: 'category', value }).value
  expect(category(' CS.lg ')).toBe('cs.LG')
  expect(category('Math')).toBe('math')
  expect(category('physics.Soc-Ph')).toBe('physics.soc-ph')
  expect(category('hep-th')).toBe('hep-th')
})

test('what is wrong is named', () => {
  expect(wrong({})).toMatchObject({ kind: expect.stringContaining('category'), value: 'Say what to follow.' })
  expect(wrong({ kind: 'category', value: 'machine learning' })).toEqual({
    value: 'A category looks like cs.LG or math.',
  })
  expect(wrong({ kind: 'keyword', value: ' x ' })).toEqual({ value: 'At least 2 letters.' })
  expect(wrong({ kind: 'keyword', value: '\u200b\u200b' })).toEqual({ value: 'At least 2 letters.' })
  expect(wrong({ kind: 'keyword', value: 'x'.repeat(201) })).toEqual({ value: 'At most 200 characters.' })
  expect(wrong({ kind: 'author', value: 'Ada Quill', want: 'mute' })).toEqual({ kind: 'Only keywords can be muted.' })
  expect(wrong({ kind: 'keyword', value: ['x'] })).toHaveProperty('value')
  expect(wrong({ kind: 'keyword', value: '扩散' })).toBeNull()
})

test('to let go one may name anything that was once taken', () => {
  expect(unfollowSchema.safeParse({ kind: 'category', value: 'once a category' }).success).toBe(true)
  expect(followSchema.safeParse({ kind: 'category', value: 'once a category', want: 'none' }).success).toBe(true)
})
