import { expect, test } from 'vitest'
import { mostAttempts, nextInLine, pauseAfter, verdictOf, waitAsked } from '@/lib/webhook-attempts'

const hour = 3_600_000

test('the pauses grow from seconds to hours, and then it is given up', () => {
  const pauses = Array.from({ length: mostAttempts - 1 }, (_, i) => pauseAfter(i + 1, null) ?? 0)
  expect(pauses[0]).toBe(5_000)
  expect(pauses.at(-1)).toBe(6 * hour)
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauseAfter(mostAttempts, null)).toBeNull()
  expect(pauseAfter(mostAttempts, 60_000)).toBeNull()
})

test('a receiver that asks to wait longer is heard, up to a day', () => {
  expect(pauseAfter(1, 30_000)).toBe(30_000)
  expect(pauseAfter(1, 1_000)).toBe(5_000)
  expect(pauseAfter(1, 1_000 * hour)).toBe(24 * hour)
})

test.each([
  [200, 'sent'],
  [204, 'sent'],
  [302, 'failed'],
  [400, 'failed'],
  [410, 'gone'],
  [429, 'failed'],
  [500, 'failed'],
  [null, 'failed'],
] as const)('%j means %s', (status, verdict) => {
  expect(verdictOf(status)).toBe(verdict)
})

test('Telegram and Discord say in the body how long to wait, and a header goes first', () => {
  const telegram = '{"ok":false,"error_code":429,"parameters":{"retry_after": 35}}'
  expect(waitAsked('telegram', { body: telegram, retryAfter: null })).toBe(35_000)
  expect(waitAsked('discord', { body: '{"retry_after":0.65,"global":false}', retryAfter: null })).toBe(650)
  expect(waitAsked('telegram', { body: telegram, retryAfter: 5_000 })).toBe(5_000)
  expect(waitAsked('standard', { body: telegram, retryAfter: null })).toBeNull()
  expect(waitAsked('telegram', { body: 'Bad gateway', retryAfter: null })).toBeNull()
})

const waiting = (id: number, nextAt: number, attempts = 0, status: number | null = null) => ({
  id,
  nextAt,
  attempts,
  status,
})

test('the oldest goes first, and what is behind one that was not taken waits', () => {
  expect(nextInLine([], 10)).toBeNull()
  expect(nextInLine([waiting(1, 5), waiting(2, 1)], 10)).toMatchObject({ id: 1 })
  expect(nextInLine([waiting(1, 15, 1, 500), waiting(2, 1)], 10)).toBeNull()
  expect(nextInLine([waiting(1, 10, 1, 500), waiting(2, 1)], 10)).toMatchObject({ id: 1 })
})

test('after some tries it steps aside', () => {
  expect(nextInLine([waiting(1, 15, 3, 500), waiting(2, 1)], 10)).toMatchObject({ id: 2 })
})

test('nothing is sent to whoever asked us to wait', () => {
  expect(nextInLine([waiting(1, 15, 4, 429), waiting(2, 1)], 10)).toBeNull()
  expect(nextInLine([waiting(1, 10, 4, 429), waiting(2, 1)], 10)).toMatchObject({ id: 1 })
})
