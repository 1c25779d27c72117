import { expect, test } from 'vitest'
import { renderTitle } from '@/lib/tex'
import { markTyped } from '@/lib/typed-marks'

test.each([
  ['learning ra', 'Adaptive Learning Rate Scheduling', 'Adaptive <mark>Learning</mark> <mark>Ra</mark>te Scheduling'],
  ['LEARN', 'Learned learners unlearn', '<mark>Learn</mark>ed <mark>learn</mark>ers unlearn'],
  ['schrod', 'A Schrödinger Bridge', 'A <mark>Schröd</mark>inger Bridge'],
  ['Schröd', 'A Schrodinger Bridge', 'A <mark>Schrod</mark>inger Bridge'],
  ['a attention', 'Attention', '<mark>Attention</mark>'],
  ['语料', '没有语料 语料库', '没有语料 <mark>语料</mark>库'],
  ['rates', 'Rate', 'Rate'],
])('%s in %s', (typed, title, marked) => {
  expect(markTyped(title, typed)).toBe(marked)
})

test('nothing is marked inside of tags, entities and formulas', () => {
  const html = renderTitle('Math & <b> amp $n_{math}$ n')
  const marked = markTyped(html, 'm b amp n lt')
  expect(marked.replace(/<\/?mark>/g, '')).toBe(html)
  expect(marked).toMatch(
    /^<mark>M<\/mark>ath &#38; &#60;<mark>b<\/mark>&#62; <mark>amp<\/mark> <math.*<\/math> <mark>n<\/mark>$/,
  )
})

test('without words there is nothing to mark', () => {
  expect(markTyped('A title', ' !? ')).toBe('A title')
})
