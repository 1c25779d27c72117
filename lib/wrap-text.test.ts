import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from '@/lib/wrap-text'

test('lines end between words', () => {
  expect(wrapText('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  expect(wrapText('one two', 7)).toEqual(['one two'])
  expect(wrapText('', 7)).toEqual([])
})

test('an address stays whole on a line of its own', () => {
  expect(wrapText('see https://papers.example/papers/2606.00001 there', 20)).toEqual([
    'see',
    'https://papers.example/papers/2606.00001',
    'there',
  ])
})

test('where words have no spaces a line ends anywhere but before a full stop', () => {
  expect(wrapText('我们研究注意力。', 8)).toEqual(['我们研究', '注意力。'])
})

test('nothing is lost, and no line is longer than it may be or a single word', () => {
  const text = fc
    .array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (words, columns) => {
      const lines = wrapText(words, columns)
      expect(lines.join(' ')).toBe(words)
      for (const line of lines) expect(line.length <= columns || !line.includes(' ')).toBe(true)
    }),
  )
})
