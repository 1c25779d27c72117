import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown'

test('Markdown with code, tables and math is drawn on the server', () => {
  const html = renderMarkdown('**Bold** $x^2$\n\n$$\\sum_i x_i$$\n\n```python\nx = 1\n```\n\n|a|b|\n|-|-|\n|1|2|')
  expect(html).toContain('<strong>Bold</strong>')
  expect(html).toMatch(
    /<math[^>]*><mrow><msup><mi>x<\/mi><mn>2<\/mn><\/msup><\/mrow>|<msup><mi>x<\/mi><mn>2<\/mn><\/msup>/,
  )
  expect(html).toMatch(/<math[^>]*display="block"/)
  expect(html).toContain('class="hljs language-python"')
  expect(html).toContain('<td>1</td>')
  expect(html).not.toContain('annotation')
})

test.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['[x](javascript:alert(1))'],
  ['[x](data:text/html,<script>alert(1)</script>)'],
  ['![x](javascript:alert(1))'],
  ['<a href="#" onclick="alert(1)">x</a>'],
  ['<svg onload=alert(1)><math><mtext><script>alert(1)</script></mtext></math></svg>'],
  ['$\\href{javascript:alert(1)}{x}$'],
  ['$\\htmlId{x}{y}$ $\\includegraphics{https://example.org/a.png}$'],
  ['<style>*{display:none}</style>'],
  ['<iframe src="https://example.org"></iframe>'],
  ['```html\n<script>alert(1)</script>\n```'],
  ['[x]: javascript:alert(1)\n\n[x]'],
  ['<form action="/api/signout"><button>x</button></form>'],
])('nothing dangerous comes through: %s', (body) => {
  const html = renderMarkdown(body)
  // Whatever was typed may be read as text; nothing of it may be a tag, an attribute or an address.
  const tags = html.match(/<[^>]*>/g)?.join('\n') ?? ''
  expect(tags).not.toMatch(/<(script|img|svg|style|iframe|form|button|object|embed|base|link|meta)\b/i)
  expect(tags).not.toMatch(/\son\w+=|javascript:|data:|style=|\sid="(?!user-content-)/i)
})

test('math that expands without end, or is broken, is shown as an error and takes no time', () => {
  const bomb =
    '$\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\d\\d}\\def\\d{\\e\\e}\\def\\e{\\f\\f}\\def\\f{\\g\\g}\\def\\g{\\h\\h}\\def\\h{xx}\\a\\a\\a$'
  const began = performance.now()
  expect(renderMarkdown(bomb)).toContain('\\def')
  expect(renderMarkdown('$\\frac{1$')).toContain('\\frac{1')
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('links lead away without a word about us, and pictures are links', () => {
  expect(renderMarkdown('https://example.org')).toContain('rel="nofollow ugc noopener"')
  expect(renderMarkdown('![A plot](https://example.org/a.png)')).toContain('<a href="https://example.org/a.png"')
})

test('money is not math', () => {
  for (const text of ['It costs $5 and $6.', 'From $5-$6 a month', 'Only $ 5 $ here']) {
    expect(renderMarkdown(text)).toBe(`<p>${text}</p>`)
  }
  expect(renderMarkdown('Take $x$ and $y$, for $5.').match(/<math/g)).toHaveLength(2)
})

test('headings stand below those of the page', () => {
  expect(renderMarkdown('# One\n\n#### Four')).toMatch(/<h4>One<\/h4>\s*<h6>Four<\/h6>/)
})

test('text that is nested or broken without end is drawn', () => {
  expect(renderMarkdown('a $x$ '.repeat(3_000))).toContain('<math')
  expect(renderMarkdown('>'.repeat(3_000))).toBeTypeOf('string')
  expect(renderMarkdown(`${'['.repeat(20_000)}`)).toBeTypeOf('string')
}, 30_000)
