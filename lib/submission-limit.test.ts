import { expect, test } from 'vitest'
import { allowanceInWords, allowanceOf, isUsedUp, submissionsADay } from '@/lib/submission-limit'

const day = 86_400_000
const now = Date.UTC(2026, 5, 2, 9)
const mira = { role: 'member', createdAt: now - 30 * day, welcomed: 0 } as const

test('an account of the first week may submit 3 a day, whatever was voted for', () => {
  expect(submissionsADay({ ...mira, createdAt: now }, now)).toBe(3)
  expect(submissionsADay({ ...mira, createdAt: now - 7 * day + 1, welcomed: 12 }, now)).toBe(3)
  expect(submissionsADay({ ...mira, createdAt: now - 7 * day }, now)).toBe(5)
})

test('each paper that somebody else voted for allows one more, up to 20', () => {
  expect(submissionsADay({ ...mira, welcomed: 1 }, now)).toBe(6)
  expect(submissionsADay({ ...mira, welcomed: 15 }, now)).toBe(20)
  expect(submissionsADay({ ...mira, welcomed: 400 }, now)).toBe(20)
})

test('a moderator may submit 100 from the first minute on', () => {
  expect(submissionsADay({ role: 'moderator', createdAt: now, welcomed: 0 }, now)).toBe(100)
  expect(submissionsADay({ role: 'admin', createdAt: now, welcomed: 0 }, now)).toBe(100)
})

test('an account from the future, by a clock that was set back, counts as new', () => {
  expect(submissionsADay({ ...mira, createdAt: now + day }, now)).toBe(3)
})

test('taking back gives the place back, as often as one may submit', () => {
  expect(allowanceOf(mira, { submitted: 5, takenBack: 0 }, now)).toEqual({ used: 5, of: 5 })
  expect(allowanceOf(mira, { submitted: 5, takenBack: 2 }, now)).toEqual({ used: 3, of: 5 })
  expect(isUsedUp(allowanceOf(mira, { submitted: 10, takenBack: 10 }, now))).toBe(true)
  expect(isUsedUp(allowanceOf(mira, { submitted: 9, takenBack: 9 }, now))).toBe(false)
})

test('it is said how many are left, or when there are some again', () => {
  expect(allowanceInWords({ used: 0, of: 5 }, 'Saturday, January 10')).toBe('5 of 5 left today')
  expect(allowanceInWords({ used: 3, of: 5 }, 'Saturday, January 10')).toBe('2 of 5 left today')
  expect(allowanceInWords({ used: 3, of: 3 }, 'Saturday, January 10')).toBe(
    '3 of 3 today, again on Saturday, January 10',
  )
  expect(allowanceInWords({ used: 6, of: 5 }, 'Saturday, January 10')).toBe(
    '5 of 5 today, again on Saturday, January 10',
  )
})
