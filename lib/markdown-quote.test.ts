import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { quoteMarkdown } from '@/lib/markdown-quote'
import { heading, writeMarkdown } from '@/lib/markdown-text'

const write = (body: string) => writeMarkdown([quoteMarkdown(body)])

/** The page around it, as a reader that knows no math sees it. */
function pageWith(body: string): Root {
  const markdown = writeMarkdown([heading(2, 'Before'), quoteMarkdown(body), heading(2, 'After')])
  return unified().use(remarkParse).use(remarkGfm).parse(markdown)
}

test.each([
  '# Abstract',
  'Abstract\n===',
  '## After\n\nand more',
  '```\nnever closed\n## After',
  '<div>\n\n# x\n\n</div>',
  '<!-- never closed',
  '    # indented',
  '> > # deep',
  '- # in an item',
  '[Before]: https://evil.example\n\n[Before]',
  '[^1]: note\n\nx[^1]',
  '| # a | b |\n|-|-|\n| # c | <b> |',
  '$$\n# x\n<script>\n$$',
  'a $<script>alert(1)</script>$ b',
  '\\',
  '---\ntitle: x\n---',
  '\u0000\n## x',
])('%j stays inside its quotation', (body) => {
  const page = pageWith(body)
  expect(page.children.map(({ type }) => type)).toEqual(['heading', 'blockquote', 'heading'])
  const found: string[] = []
  visit(page, (node) => {
    if (['heading', 'html', 'image', 'definition', 'footnoteDefinition', 'linkReference'].includes(node.type)) {
      found.push(node.type)
    }
  })
  expect(found).toEqual(['heading', 'heading'])
})

test('what members are used to write is kept', () => {
  const body = [
    'See *this*, **that**, ~~not~~ `code` and $x_1$:',
    '- one\n- two',
    '```py\n# a comment\n```',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '[the code](https://github.com/a/b)',
  ].join('\n\n')
  const quoted = body
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n')
  expect(write(body)).toBe(`${quoted}\n`)
})

test('headings are bold, pictures links, and notes are told where they are', () => {
  expect(write('# Big')).toBe('> **Big**\n')
  expect(write('![plot](https://a.example/p.png)')).toBe('> [plot](https://a.example/p.png)\n')
  expect(write('[this][a]\n\n[a]: https://a.example')).toBe('> [this](https://a.example)\n')
  expect(write('So[^1]\n\n[^1]: indeed')).toBe('> So\\[1]\n>\n> \\[1]\n>\n> indeed\n')
  expect(write('<b>x</b>')).toBe('> \\<b>x\\</b>\n')
})

test('a link leads where comments may lead', () => {
  expect(write('[x](javascript:alert(1))')).toBe('> x\n')
  expect(write('[x](data:text/html,x)')).toBe('> x\n')
  expect(write('[x][a]\n\n[a]: javascript:alert(1)')).toBe('> *x*\n')
})

test('what no comment may hold is shown as typed', () => {
  const body = `${'> '.repeat(5_000)}# deep`
  expect(write(body)).toBe(`> \`\`\`\n> ${body}\n> \`\`\`\n`)
})
