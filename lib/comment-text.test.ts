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

test.each([
  '>',
  '- ',
  '\n- ',
  '1. ',
  '1. 1. 1. 1. a\n',
  '> - ',
  '\n> ',
  '[',
  '[^1]',
  '[a](',
  '*a* ',
  '**a',
  '_a',
  '~~a ',
  '<',
  '&',
  '$x$ ',
  '$\\frac{',
  '| a ',
  '(((',
  '\\',
  '![',
  'a@b.c ',
  'https://a.b ',
  '\n\n$$\nx\n$$\n\n',
  '|a|b|\n|-|-|\n',
  '`a` ',
])('the longest text of nothing but %j is rendered or refused, and soon', (piece) => {
  const began = performance.now()
  const said = renderComment(piece.repeat(65_536 / piece.length))
  expect(performance.now() - began).toBeLessThan(4000)
  if (said.ok) expect(said.html.length).toBeLessThan(2_000_000)
})

test('a table cannot claim more cells than were written, not even in a quote', () => {
  for (const quote of ['', '> ', '- ']) {
    const wide = [`${quote}|${'a|'.repeat(3000)}`, `${quote}|${'-|'.repeat(3000)}`, ...Array(5000).fill(`${quote}|a`)]
    expect(renderComment(wide.join('\n'))).toMatchObject({ ok: false })
  }
  const table = ['| optimizer | loss |', '|:--|--:|', '| Lion | 2.927 |']
  expect(renderComment(table.join('\n'))).toMatchObject({ ok: true, html: expect.stringContaining('<table>') })
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
