import { expect, test } from 'vitest'
import {
  commentSchema,
  nameSchema,
  passwordSchema,
  privacySchema,
  signUpSchema,
  viewerQuerySchema,
} from '@/lib/schemas'

test.each(['mira', 'q9', 'Tove-Lindqvist', '__init__', 'a'.repeat(40)])('%s is a name', (name) => {
  expect(nameSchema.parse(` ${name} `)).toBe(name)
})

test.each(['m', 'a'.repeat(41), 'mira lee', 'mira.lee', 'märta', 'mira\n', 'mi/ra', '', 'мира', 7])(
  '%j is no name',
  (name) => {
    // A line break at the end is white space around the name; only that is forgiven.
    expect(nameSchema.safeParse(name).success).toBe(name === 'mira\n')
  },
)

test('a password has ten characters, and no other rule', () => {
  expect(passwordSchema.safeParse('aaaaaaaaaa').success).toBe(true)
  expect(passwordSchema.safeParse('  spaces  ').success).toBe(true)
  expect(passwordSchema.safeParse('éö'.repeat(5)).success).toBe(true)
  expect(passwordSchema.safeParse('nine char').success).toBe(false)
  expect(passwordSchema.safeParse('🦊🦊🦊🦊🦊').success).toBe(false)
  expect(passwordSchema.safeParse('x'.repeat(256)).success).toBe(true)
  expect(passwordSchema.safeParse('x'.repeat(257)).success).toBe(false)
})

test('a password keeps its spaces', () => {
  expect(passwordSchema.parse(' padded pass ')).toBe(' padded pass ')
})

test('an empty address and an empty invitation are none', () => {
  const form = { name: 'mira', password: 'long enough', email: '', invite: ' ' }
  expect(signUpSchema.parse(form)).toMatchObject({ name: 'mira', email: undefined, invite: undefined })
  expect(signUpSchema.parse({ ...form, email: ' Mira@Lab.EDU ' }).email).toBe('mira@lab.edu')
  expect(signUpSchema.safeParse({ ...form, email: 'mira' }).error?.issues[0]?.path).toEqual(['email'])
})

test('a comment has 1 to 65,536 characters', () => {
  expect(commentSchema.safeParse({ comment: 'x'.repeat(65_536) }).success).toBe(true)
  for (const comment of ['', ' \n ', 'x'.repeat(65_537), 5, null, undefined]) {
    const refused = commentSchema.safeParse({ comment })
    expect(refused.error?.issues[0]?.path).toEqual(['comment'])
  }
})

test('an unticked box is a no', () => {
  expect(privacySchema.parse({})).toEqual({ votesPublic: false })
  expect(privacySchema.parse({ votesPublic: 'on' })).toEqual({ votesPublic: true })
  expect(privacySchema.parse({ votesPublic: false })).toEqual({ votesPublic: false })
})

test('ids are split, once each, and at most 200', () => {
  expect(viewerQuerySchema.parse({ ids: '2606.1,2606.2,2606.1,' })).toEqual({ ids: ['2606.1', '2606.2'] })
  const many = Array.from({ length: 201 }, (_, n) => `id${n}`).join(',')
  expect(viewerQuerySchema.safeParse({ ids: many }).success).toBe(false)
})
