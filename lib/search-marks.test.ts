import { expect, test } from 'vitest'
import { markedTerms, markFound } from '@/lib/search-marks'
import { readSearch } from '@/lib/search-query'
import { renderAbstract, renderTitle } from '@/lib/tex'

const marked = (typed: string, html: string) => markFound(html, markedTerms(readSearch(typed)))

test('words are marked whatever their case, accents and endings', () => {
  expect(marked('naive models', 'A Naïve Model of modelling')).toBe(
    'A <mark>Naïve</mark> <mark>Model</mark> of <mark>modelling</mark>',
  )
  expect(marked('models', 'A remodel')).toBe('A remodel')
})

test('the most common words are marked only when nothing else was looked for', () => {
  expect(marked('the birds', 'The birds')).toBe('The <mark>birds</mark>')
  expect(marked('the', 'The birds')).toBe('<mark>The</mark> birds')
})

test('tags, characters by number and formulas stay as they are', () => {
  expect(marked('span nb 39 math mi x', renderTitle("It's $x$ in a well-known x"))).toBe(
    renderTitle("It's $x$ in a well-known x").replace(/x$/, '<mark>x</mark>'),
  )
  expect(marked('amp lt', renderAbstract('a & b < c'))).toBe('a &#38; b &#60; c')
})

test('what was not looked for is not marked', () => {
  expect(marked('', 'Birds')).toBe('Birds')
  expect(marked('-birds', 'Birds')).toBe('Birds')
})
