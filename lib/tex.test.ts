import { expect, test } from 'vitest'
import { plainTitle, renderAbstract, renderTitle } from '@/lib/tex'

test('math in a title is MathML, the rest is text', () => {
  const html = renderTitle('Learning $\\mathbb{E}[y \\mid x]$ in $O(n \\log n)$ <b>')
  expect(html.match(/<math/g)).toHaveLength(2)
  expect(html).not.toMatch(/<b>|annotation|<semantics|katex/)
})

test('money is not math, and what cannot be read stays as it was', () => {
  expect(renderTitle('From $5 to $10')).toBe('From $5 to $10')
  expect(renderTitle('Costs $5')).toBe('Costs $5')
  expect(renderTitle('A $\\frac{1$ B')).toBe('A $\\frac{1$ B')
})

test('nothing of a title becomes markup', () => {
  const html = renderTitle('<img src=x onerror=alert(1)> $\\href{javascript:alert(1)}{x}$ $<script>$')
  expect(html).not.toMatch(/<img|<script|href=/)
})

test('short words with hyphens stay whole', () => {
  expect(renderTitle('$a$ and $b$: both')).toMatch(/^<math .* and <span class="nb"><math .*<\/math>:<\/span> both$/)
  expect(renderTitle('Memory-Efficient Attention')).toBe('<span class="nb">Memory-Efficient</span> Attention')
  expect(renderTitle('a-very-long-word-that-may-break')).not.toContain('span')
})

test('an abstract keeps its paragraphs', () => {
  expect(renderAbstract('One & two.\n\nThree.')).toBe('One &#38; two.<br><br>Three.')
})

test('a plain title reads as one would type it', () => {
  expect(plainTitle('Learning $\\mathbb{E}[y \\mid x]$ in $O(n \\log n)$ at $10^{9}$ Points')).toBe(
    'Learning E[y | x] in O(n log n) at 10^9 Points',
  )
  expect(plainTitle("G\\\"odel, Erd\\H{o}s and the ``small'' $\\alpha$-stable 50\\% law")).toBe(
    'Gödel, Erdős and the “small” α-stable 50% law',
  )
  expect(plainTitle('{\\L}ukasiewicz and {\\O}re on \\oint and \\ell')).toBe('Łukasiewicz and Øre on \\oint and \\ell')
})
