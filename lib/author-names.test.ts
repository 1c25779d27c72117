import { expect, test } from 'vitest'
import { firstNames, isolate, namesInShort } from '@/lib/author-names'

const fifty = Array.from({ length: 50 }, (_, i) => `Author ${i + 1}`)

test('a few names stand whole, many are cut, and nobody is left over alone', () => {
  expect(firstNames(['Ada', 'Bo', 'Cy'], 2)).toEqual({ first: ['Ada', 'Bo', 'Cy'], rest: [] })
  expect(firstNames(fifty, 8).rest).toHaveLength(42)
})

test('says in one line who wrote it', () => {
  expect(namesInShort([], 3)).toBe('')
  expect(namesInShort(['Ada'], 3)).toBe('Ada')
  expect(namesInShort(['Ada', 'Bo', 'Cy'], 3)).toBe('Ada, Bo and Cy')
  expect(namesInShort(fifty, 2)).toBe('Author 1, Author 2 and 48 more')
})

test('a Hebrew name does not turn its neighbours around', () => {
  expect(isolate('דנה לוי')).toBe('\u2068דנה לוי\u2069')
  expect(isolate('Tamar Gelashvili')).toBe('Tamar Gelashvili')
})
