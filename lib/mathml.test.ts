import { expect, test } from 'vitest'
import { forBrowsers } from '@/lib/mathml'
import { renderTitle } from '@/lib/tex'

test('letters of another alphabet are those of Unicode', () => {
  expect(forBrowsers('<mi mathvariant="double-struck">E</mi>')).toBe('<mi>𝔼</mi>')
  expect(forBrowsers('<mi mathvariant="double-struck">R</mi>')).toBe('<mi>ℝ</mi>')
  expect(forBrowsers('<mi mathvariant="script">L</mi><mi mathvariant="script">A</mi>')).toBe('<mi>ℒ</mi><mi>𝒜</mi>')
  expect(forBrowsers('<mi mathvariant="bold">x</mi><mn mathvariant="bold">10</mn>')).toBe('<mi>𝐱</mi><mn>𝟏𝟎</mn>')
  expect(forBrowsers('<mi mathvariant="bold-italic">θ</mi>')).toBe('<mi>𝜽</mi>')
})

test('what browsers know stays, as does what no alphabet has', () => {
  expect(forBrowsers('<mi mathvariant="normal">K</mi>')).toBe('<mi mathvariant="normal">K</mi>')
  expect(forBrowsers('<mi mathvariant="bold">+</mi>')).toBe('<mi>+</mi>')
  expect(forBrowsers('<p>mathvariant="bold"</p>')).toBe('<p>mathvariant="bold"</p>')
})

test('the name of a function has air around it, but not before a bracket', () => {
  const thin = '<mspace width="0.1667em"></mspace>'
  expect(renderTitle('$n\\log n$')).toContain(`<mi>n</mi>${thin}<mi>log</mi><mo>\u2061</mo>${thin}<mi>n</mi>`)
  expect(renderTitle('$\\log(n)$')).not.toContain('mspace')
})

test('a sign that closes a phrase stays with the formula before it', () => {
  expect(renderTitle('In $O(n)$: the rest')).toMatch(/<span class="nb"><math.*<\/math>:<\/span> the rest/)
  expect(renderTitle('In $O(n)$ time')).toContain('</math> time')
})
