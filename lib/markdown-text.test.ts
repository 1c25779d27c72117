import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { bullets, heading, paragraph, paragraphsOf, wordsAndMath, writeMarkdown } from '@/lib/markdown-text'

/** What a reader of Markdown that knows no math makes of it, but for addresses that are told as they are. */
function kindsIn(markdown: string): string[] {
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const kinds: string[] = []
  visit(tree, (node) => {
    const isAddress =
      node.type === 'link' && node.children.every((child) => child.type === 'text' && node.url.endsWith(child.value))
    if (!['root', 'text'].includes(node.type) && !isAddress) kinds.push(node.type)
  })
  return kinds
}

test('a title is one heading, whatever stands in it', () => {
  for (const title of [
    '# Not a heading',
    'Two\n# lines',
    '<script>alert(1)</script>',
    '[here](https://evil.example)',
    '![picture](https://evil.example/x.png)',
    'https://evil.example and www.evil.example',
    '`code` and *stars* and **more**, __too__, ~~gone~~',
    '<!-- hidden',
    '- an item | a cell |',
    '&lt;b&gt; &#35;',
    '[note]: https://evil.example',
    '[^1]: note',
    'Ends in a backslash \\',
    '---',
  ]) {
    expect(kindsIn(writeMarkdown([heading(1, ...wordsAndMath(title))])), title).toEqual(['heading'])
    expect(kindsIn(writeMarkdown([paragraph(...wordsAndMath(title))])), title).toEqual(['paragraph'])
  }
})

test('formulas stay as they are, and sums of money are none', () => {
  const write = (text: string) => writeMarkdown([paragraph(...wordsAndMath(text))])
  expect(write('Sampling in $O(n^{1/3})$ with $\\alpha_i * \\beta_i$')).toBe(
    'Sampling in $O(n^{1/3})$ with $\\alpha_i * \\beta_i$\n',
  )
  expect(write('From \\(x_1\\) to $$x_2$$')).toBe('From $x_1$ to $x_2$\n')
  expect(write('It costs $5 and $6')).toBe('It costs \\$5 and \\$6\n')
  expect(write('G\\"odel, \\emph{again}')).toBe('Gödel, again\n')
})

test('a formula holds neither HTML nor a link for readers that know no math', () => {
  for (const text of ['$a<b>c</b>$', '$x[1](https://evil.example)$', '$<script>alert(1)</script>$', '$a<!--$'])
    expect(kindsIn(writeMarkdown([paragraph(...wordsAndMath(text))])), text).toEqual(['paragraph'])
})

test('an abstract keeps its paragraphs, and its addresses lead somewhere', () => {
  expect(writeMarkdown(paragraphsOf('One\nline.\n\n# Two: see https://github.com/a/b_c(d).\n\n- three'))).toBe(
    'One line.\n\n\\# Two: see <https://github.com/a/b_c(d)>.\n\n\\- three\n',
  )
})

test('a list stays a list of so many items', () => {
  const markdown = writeMarkdown([bullets([['a\n- b'], ['1. c'], ['> d']])])
  expect(kindsIn(markdown)).toEqual(['list', ...Array(3).fill(['listItem', 'paragraph'])].flat())
})
