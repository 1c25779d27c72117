import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown'
import { mathAsText } from '@/lib/math-words'

test.each([
  ['$O(n^2)$', '<p>O(n^2)</p>'],
  ['$x_i^{10}$', '<p>x_i^10</p>'],
  ['$x_{i+1}$', '<p>x_(i+1)</p>'],
  ['$\\frac{a+b}{2}$', '<p>(a+b)/2</p>'],
  ['$\\sqrt{n}$', '<p>√n</p>'],
  ['$a < b$ and $c$', '<p>a&#x3C;b and c</p>'],
  ['$\\sum_{i=1}^n i$', '<p>∑_(i=1)^ni</p>'],
  ['no math, $5 and $6', '<p>no math, $5 and $6</p>'],
])('%s reads as %s', (typed, read) => {
  expect(mathAsText(renderMarkdown(typed))).toBe(read)
})

test('no tag of MathML is left, whatever was typed', () => {
  const typed = '$$\\begin{matrix} a & b \\\\ c & d \\end{matrix} \\hat{x} \\mathbb{R} \\text{if } \\sqrt[3]{x}$$'
  const html = mathAsText(renderMarkdown(typed))
  expect(html).not.toMatch(/<\/?m[a-z]+/)
  expect(html).toContain('a, b; c, d;')
})
