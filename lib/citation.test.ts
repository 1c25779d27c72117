import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cited, citeKey, cslOf, piecesOfText } from '@/lib/citation'

const paper: Cited = {
  id: '1706.03762',
  title: 'Attention Is All You Need',
  abstract: 'We propose\n  $O(n)$ steps.',
  authors: [{ name: 'Ashish Vaswani' }, { name: 'Łukasz Kaiser' }],
  categories: ['cs.CL', 'cs.LG'],
  publishedAt: Date.UTC(2017, 5, 12),
  doi: null,
  sourceUrl: null,
}
const site = 'https://papers.example'

test('a paper of arXiv’s is a preprint with its number there', () => {
  expect(cslOf(paper, site)).toEqual({
    id: 'vaswani2017attention-1706.03762',
    'citation-key': 'vaswani2017attention-1706.03762',
    type: 'article',
    title: 'Attention Is All You Need',
    author: [
      { given: 'Ashish', family: 'Vaswani' },
      { given: 'Łukasz', family: 'Kaiser' },
    ],
    issued: { 'date-parts': [[2017, 6, 12]] },
    abstract: 'We propose $O(n)$ steps.',
    keyword: 'cs.CL,cs.LG',
    URL: 'https://arxiv.org/abs/1706.03762',
    publisher: 'arXiv',
    number: 'arXiv:1706.03762',
  })
})

test('a paper from elsewhere says only what is true of it', () => {
  const own = { ...paper, id: 'p-0123456789', abstract: null, authors: [], categories: [] }
  expect(cslOf({ ...own, doi: '10.1145/x', sourceUrl: 'https://doi.org/10.1145/x' }, site)).toEqual({
    id: '2017attention-p-0123456789',
    'citation-key': '2017attention-p-0123456789',
    type: 'article',
    title: 'Attention Is All You Need',
    issued: { 'date-parts': [[2017, 6, 12]] },
    DOI: '10.1145/x',
    URL: 'https://doi.org/10.1145/x',
  })
  expect(cslOf({ ...own, sourceUrl: 'javascript:alert(1)' }, site).URL).toBe(`${site}/papers/p-0123456789`)
})

test('a suffix is no family in a key', () => {
  const keyOf = (name: string) => citeKey({ ...paper, authors: [{ name }] })
  expect(keyOf('B. Roy Jr.')).toBe('roy2017attention-1706.03762')
  expect(keyOf('B. Roy, III')).toBe('roy2017attention-1706.03762')
  expect(keyOf('Yuki Ii')).toBe('ii2017attention-1706.03762')
})

test('a key is plain letters, and tells papers apart', () => {
  expect(citeKey({ ...paper, authors: [{ name: 'Đặng Văn Hà' }], title: '$\\beta$-VAE: the Next Step' })).toBe(
    'ha2017vae-1706.03762',
  )
  expect(citeKey({ ...paper, id: 'math.GT/0309136', authors: [{ name: '李明' }], title: '结' })).toBe(
    '2017-math.GT-0309136',
  )
  expect(citeKey({ ...paper, id: '1706.99999' })).not.toBe(citeKey(paper))
})

test('whatever a title and a name hold, a key is one that every program takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, name) => {
      expect(citeKey({ ...paper, title, authors: [{ name }] })).toMatch(/^[a-z0-9]*2017[a-z0-9]*-1706\.03762$/)
    }),
  )
})

test('only dollars that enclose a formula make math', () => {
  expect(piecesOfText('A $x_{1}$ bound')).toEqual(['A ', '$x_{1}$', ' bound'])
  expect(piecesOfText('from $5 to $ 6')).toEqual(['from $5 to $ 6'])
  expect(piecesOfText('a $}{$ b $\\$ c')).toEqual(['a $}{$ b $\\$ c'])
  fc.assert(fc.property(fc.string(), (text) => piecesOfText(text).join('') === text))
})
