import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasPhrase, nameKey, readyText } from '@/lib/text-match'

function isIn(phrase: string, text: string): boolean {
  return hasPhrase(readyText(text), readyText(phrase))
}

test('a word is found whole, whatever its case', () => {
  expect(isIn('rl', 'RL from human feedback')).toBe(true)
  expect(isIn('RL', 'The world of models')).toBe(false)
  expect(isIn('transform', 'Transformers')).toBe(false)
  expect(isIn('GPT', 'GPT4 and others')).toBe(false)
  expect(isIn('diffusion', 'Diffusion.')).toBe(true)
  expect(isIn('rl', 'A world without, and one with (RL).')).toBe(true)
})

test('a phrase is found over hyphens, line breaks and accents', () => {
  expect(isIn('state space', 'Selective State-Space\nModels')).toBe(true)
  expect(isIn('state-space models', 'state  space models')).toBe(true)
  expect(isIn('Schrodinger bridge', 'A Schrödinger Bridge')).toBe(true)
  expect(isIn('space state', 'state space')).toBe(false)
  expect(isIn('', 'anything')).toBe(false)
})

test('signs of a pattern are signs of the text', () => {
  expect(isIn('c++', 'Faster in C++ than in C')).toBe(true)
  expect(isIn('a.c', 'abc')).toBe(false)
  expect(isIn('(', 'f(x)')).toBe(true)
})

test('other scripts have words too', () => {
  expect(isIn('注意力', '自注意力机制')).toBe(true)
  expect(isIn('سلام', 'السلام عليكم')).toBe(false)
  expect(isIn('сеть', 'Нейронная СЕТЬ')).toBe(true)
  expect(isIn('сет', 'Нейронная сеть')).toBe(false)
  expect(isIn('とも', 'ども')).toBe(false)
})

test('a text holds each of its words, and none within a longer one', () => {
  const word = fc.stringMatching(/^[a-zé]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      for (const one of words) {
        expect(isIn(one.toUpperCase(), words.join(' '))).toBe(true)
        expect(isIn(one, words.map((other) => `${other}x`).join(', '))).toBe(
          words.some((other) => readyText(`${other}x`) === readyText(one)),
        )
      }
    }),
  )
})

test('a person is the same however the name is written', () => {
  const mira = nameKey('Mira Søl-García')
  for (const spelling of ['mira sol garcia', 'MIRA SOL-GARCIA', 'Søl-García, Mira', 'Mira J. Sol García'])
    expect(nameKey(spelling), spelling).toBe(mira)
  for (const other of ['M. Sol Garcia', 'Mira Sol', 'Miran Sol Garcia', ''])
    expect(nameKey(other), other).not.toBe(mira)
  expect(nameKey('陳 大文')).toBe('陳 大文')
  expect(nameKey('Plato')).toBe('plato')
})
