import { expect, test } from 'vitest'
import { bytesInWords, escapeHtml, ordinal, plural, shortCount, shorten } from '@/lib/text'

test('one is one, and none are many', () => {
  expect([plural(1, 'vote'), plural(0, 'vote'), plural(1234, 'vote'), plural(2, 'reply', 'replies')]).toEqual([
    '1 vote',
    '0 votes',
    '1,234 votes',
    '2 replies',
  ])
})

test('places', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113, 1001].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '102nd',
    '113th',
    '1,001st',
  ])
})

test('large counts fit under a triangle and never promise more', () => {
  expect([0, 9999, 10_000, 12_345, 99_999, 123_456, 999_999, 1_250_000].map(shortCount)).toEqual([
    '0',
    '9999',
    '10k',
    '12.3k',
    '99.9k',
    '123k',
    '999k',
    '1.2M',
  ])
})

test('cuts and signs', () => {
  expect(shorten('one two three', 9)).toBe('one two…')
  expect(shorten('one two', 9)).toBe('one two')
  expect(escapeHtml(`<a href="x">'&'</a>`)).not.toMatch(/[<>"']/)
})

test('sizes', () => {
  const sizes = [0, 999, 1_000, 214_400_000, 999_600, 1_240_000_000, 4.25e12]
  expect(sizes.map(bytesInWords)).toEqual(['0 bytes', '999 bytes', '1.0 kB', '214 MB', '1.0 MB', '1.2 GB', '4.3 TB'])
})
