import { expect, test } from 'vitest'
import { answerInWords, fateInWords, tellsInWords } from '@/lib/webhook-words'

const now = Date.UTC(2026, 5, 2, 9)
const line = { state: 'waiting', status: null, answer: null, attempts: 0, nextAt: now } as const

test('what is told is one sentence', () => {
  expect(tellsInWords(['paper.votes'], 1, 'site')).toBe('Sends a message when a paper passes 1 vote.')
  expect(tellsInWords(['day.closed', 'paper.votes', 'comment.created'], 10, 'person')).toBe(
    'Sends a message when a day has closed, when a paper that you follow passes 10 votes and when somebody comments on a paper that you submitted.',
  )
})

test.each([
  [line, 'on its way'],
  [{ ...line, attempts: 2, nextAt: now + 600_000 }, '2 tries, again 09:10'],
  [{ ...line, attempts: 1 }, '1 try, again now'],
  [{ ...line, state: 'sent', attempts: 1 }, ''],
  [{ ...line, state: 'sent', attempts: 3 }, 'arrived after 3 tries'],
  [{ ...line, state: 'failed', attempts: 6 }, 'given up after 6 tries'],
  [{ ...line, state: 'failed', attempts: 0 }, ''],
] as const)('%j: %s', (tried, words) => {
  expect(fateInWords(tried, now)).toBe(words)
})

test('an answer is its status and its words, as far as there are any', () => {
  expect(answerInWords({ status: 204, answer: '' })).toBe('204')
  expect(answerInWords({ status: 500, answer: 'Oops' })).toBe('500 Oops')
  expect(answerInWords({ status: null, answer: 'Nobody listens there.' })).toBe('Nobody listens there.')
  expect(answerInWords({ status: null, answer: null })).toBe('')
})
