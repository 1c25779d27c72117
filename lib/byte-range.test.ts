import { expect, test } from 'vitest'
import { readByteRange } from '@/lib/byte-range'

test.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=100-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=9-3', null],
  ['bytes=0-3,8-9', null],
  ['bytes=-', null],
  ['lines=0-9', null],
  ['bytes=0x1-9', null],
  ['', null],
  [null, null],
])('%s of a hundred bytes', (header, range) => {
  expect(readByteRange(header, 100)).toEqual(range)
})

test('an empty file has no part', () => {
  expect(readByteRange('bytes=0-', 0)).toBe('outside')
  expect(readByteRange('bytes=-5', 0)).toBe('outside')
})
