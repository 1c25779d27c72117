import { expect, test } from 'vitest'
import { isUnchanged, tellableChange } from '@/lib/conditional'

const at = Date.UTC(2026, 5, 2, 9, 30, 0)
const known = (ifNoneMatch: string | null, ifModifiedSince: string | null) => ({ ifNoneMatch, ifModifiedSince })

test('the tag decides where one is sent, whatever the time says', () => {
  const answer = { etag: '"abc"', modifiedAt: at }
  const late = new Date(at + 5_000).toUTCString()
  expect(isUnchanged(answer, known('"abc"', null))).toBe(true)
  expect(isUnchanged(answer, known('W/"abc"', null))).toBe(true)
  expect(isUnchanged(answer, known('"x", "abc"', null))).toBe(true)
  expect(isUnchanged(answer, known('*', null))).toBe(true)
  expect(isUnchanged(answer, known('"ab"', late))).toBe(false)
  expect(isUnchanged(answer, known('', late))).toBe(false)
})

test('without a tag the time does, by the second', () => {
  const answer = { etag: '"abc"', modifiedAt: at + 400 }
  expect(isUnchanged(answer, known(null, new Date(at).toUTCString()))).toBe(true)
  expect(isUnchanged(answer, known(null, new Date(at - 1_000).toUTCString()))).toBe(false)
  expect(isUnchanged(answer, known(null, 'yesterday'))).toBe(false)
  expect(isUnchanged(answer, known(null, null))).toBe(false)
  expect(isUnchanged({ ...answer, modifiedAt: null }, known(null, new Date(at).toUTCString()))).toBe(false)
})

test('who was told of a change hears of another within the same second', () => {
  const told = tellableChange(at + 100, at + 200)
  expect(told).toBe(at - 1_000)
  expect(tellableChange(at + 900, at + 2_000)).toBeGreaterThan(told)
  expect(tellableChange(at + 900, at + 2_000)).toBe(at)
})
