import { expect, test } from 'vitest'
import { readCommentCursor, writeCommentCursor } from '@/lib/comment-cursor'
import { renderComment } from '@/lib/comment-text'

test('a comment is kept as it was typed, and rendered', () => {
  expect(renderComment('One *two*\r\n\r\n    code\n\n')).toMatchObject({
    ok: true,
    body: 'One *two*\n\n    code',
    html: expect.stringContaining('<em>two</em>'),
  })
})

test('what no database keeps and what turns the page around is taken out', () => {
  expect(renderComment('a\u0000b\u202ec\ud800')).toMatchObject({ ok: true, body: 'abc\ufffd' })
})

test('text of which nothing would be seen is refused', () => {
  for (const typed of ['\u0000', '[a]: https://example.org', ' \n ']) {
    expect(renderComment(typed)).toMatchObject({ ok: false, error: expect.stringContaining('Write something') })
  }
})

const longest = 65_536

const deepCode = `\`\`\`python\n${'f"{'.repeat(1_300)}\n\`\`\`\n`.repeat(2)
const longMath = `$${'a+b'.repeat(1_600)}$\n\n`.repeat(3)

/** Texts that a renderer takes long for when it has no bounds: each was found by measuring. */
const hostile: [name: string, text: string][] = [
  ...Array.from('-*_[(<`|#>$~:+=!&\\.@^{"\'1a', (sign) => [`a run of ${sign}`, `${sign.repeat(longest - 1)}x`]),
  ...Array.from('-*_[(<`|#>$~:=.', (sign) => [`lines of ${sign}`, fill(`${sign} a\n`)]),
  ...[
    ...[
      '- ',
      '\n- ',
      '1. ',
      '1. 1. 1. 1. a\n',
      '> - ',
      '\n> ',
      '[^1]',
      '[^1]: ',
      '[a](',
      '[a]: b\n\n[a]\n\n',
      '[^1]: a\n\n',
    ],
    ...[
      '*a* ',
      '**a',
      '_a',
      '~~a ',
      '](_a',
      'a~~_]',
      ']',
      '_^{',
      '&amp;',
      '![',
      '`a` ',
      '<a href="',
      'word\n',
      'a  \n',
    ],
    ...['a@b.c ', 'a@b.c\n\n', 'http://a.b ', 'www.a.b ', 'xmpp:a@b.c ', '# a\n', '# a\n\n', 'a\n===\n', 'word ){-  '],
    ...[
      '$x$ ',
      '$\\frac{',
      '\n\n$$\nx\n$$\n\n',
      '```math\na+b\n```\n',
      '```c\na\n```\n',
      '> |-|```c\n^{__',
      '\n\n[a]: *a{',
    ],
    ...['| a ', '|a|b|\n|-|-|\n', '|a|b|\n|-|-|\n|b|c|\n\n'],
  ].map((piece) => [`nothing but ${JSON.stringify(piece)}`, fill(piece)]),
  ['an open link before words', `[word ${fill('){-  ')}`],
  [
    'code, formulas and links, each up to its bound',
    `${deepCode}${longMath}${`${'[a](b) '.repeat(480)}\n\n`.repeat(3)}`,
  ],
  ['a wide table', `|${'a|'.repeat(90)}\n|${'-|'.repeat(90)}\n${`|${'a|'.repeat(90)}\n`.repeat(200)}`],
  ['lists within lists', fill(Array.from({ length: 18 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''))],
  ['a footnote each', Array.from({ length: 4_000 }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n\n`).join('')],
  ['one long formula', `$${fill('a+b')}$`],
  ['formulas of the length that is drawn', fill(`$${'a+b'.repeat(1_600)}$\n\n`)],
  ...['c', 'cpp', 'python', 'json', 'kotlin', 'bash', 'xml', 'css', 'javascript', 'rust', 'r', 'sql', 'yaml'].flatMap(
    (grammar) =>
      ['a ', '(', 'f"{'].flatMap((code): [string, string][] => [
        [`${grammar}, ${code}`, `\`\`\`${grammar}\n${fill(code)}`],
        [`${grammar} in blocks, ${code}`, fill(`\`\`\`${grammar}\n${code.repeat(3_900 / code.length)}\n\`\`\`\n`)],
      ]),
  ),
].map(([name, text]) => [name ?? '', (text ?? '').slice(0, longest)])

/** How long a text takes, s of the processor. */
function rendered(text: string) {
  const before = process.cpuUsage()
  const said = renderComment(text)
  const { user, system } = process.cpuUsage(before)
  return { said, took: (user + system) / 1_000_000 }
}

// Machines differ, and the same one from hour to hour: what is allowed is a multiple of what it takes for prose.
const proseTakes = Math.min(...Array.from({ length: 3 }, () => rendered(fill('We *count* $n$ trees. ')).took))
const most = 25 * proseTakes

test.each(hostile)('the longest text there can be is rendered or refused, and soon: %s', (_, text) => {
  const { said, took } = rendered(text)
  expect(took).toBeLessThan(most)
  if (said.ok) expect(said.html.length).toBeLessThan(1_000_000)
})

test('a table cannot claim more cells than were written, not even in a quote', () => {
  for (const quote of ['', '> ', '- ']) {
    const wide = [`${quote}|${'a|'.repeat(3000)}`, `${quote}|${'-|'.repeat(3000)}`, ...Array(5000).fill(`${quote}|a`)]
    expect(renderComment(wide.join('\n'))).toMatchObject({ ok: false })
  }
  const table = ['| optimizer | loss |', '|:--|--:|', '| Lion | 2.927 |']
  expect(renderComment(table.join('\n'))).toMatchObject({ ok: true, html: expect.stringContaining('<table>') })
})

test('code and formulas past what is drawn are shown as they were written', () => {
  const code = (lines: number) => renderComment(`\`\`\`python\n${'x = 1\n'.repeat(lines)}\`\`\``)
  expect(code(500)).toMatchObject({ html: expect.stringContaining('hljs') })
  expect(code(1_000)).toMatchObject({ html: expect.not.stringContaining('hljs') })
  const long = 'a+b'.repeat(2_000)
  expect(renderComment(`So $${long}$ and $x$`)).toMatchObject({
    html: expect.stringMatching(/\$a\+b.*b\$ and <span class=""><math/),
  })
  expect(renderComment(`$$\n${long}\n$$`)).toMatchObject({ html: expect.stringContaining('<code>$$\na+b') })
})

test('what people do write is not near the bounds', () => {
  const code = `\`\`\`python\n${'def f(x_1, *args): return [a[i] for i in x_1]  # `ok`\n'.repeat(500)}\`\`\``
  const list = Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i % 6)}- point ${i} with $x_${i}$`).join('\n')
  const rule = '-'.repeat(200)
  for (const text of [
    code,
    list,
    `Above\n\n${rule}\n\nbelow`,
    '- - - - -',
    'हिन्दी में लिखा हुआ '.repeat(2_000),
    `> > > > said\n\n${'word '.repeat(10_000)}`,
  ]) {
    expect(renderComment(text)).toMatchObject({ ok: true })
  }
})

test('a cursor comes back from an address as it went in; anything else is none', () => {
  const cursor = { createdAt: 1_780_390_800_000, id: 'sample-a_b-3' }
  expect(readCommentCursor(writeCommentCursor(cursor))).toEqual(cursor)
  expect(writeCommentCursor(cursor)).toMatch(/^[\w.:-]{1,80}$/)
  for (const bad of ['', '12', 'x.y', '1.', '1.a b', `${'9'.repeat(20)}.a`]) expect(readCommentCursor(bad)).toBeNull()
})

function fill(piece: string): string {
  return piece.repeat(longest / piece.length)
}
