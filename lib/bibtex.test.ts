import { expect, test } from 'vitest'
import { bibtexOf, type Cited, citeKey } from '@/lib/bibtex'

const paper: Cited = {
  id: '1706.03762',
  title: 'Attention Is All You Need',
  authors: [{ name: 'Ashish Vaswani' }, { name: 'Łukasz Kaiser' }],
  categories: ['cs.CL', 'cs.LG'],
  publishedAt: Date.UTC(2017, 5, 12),
  doi: null,
  url: 'https://papers.example/papers/1706.03762',
}
const field = (name: string, given: Partial<Cited>) =>
  new RegExp(`^ {2}${name} = (.*),$`, 'm').exec(bibtexOf([{ ...paper, ...given }]))?.[1]

test('a paper of arXiv’s is cited with its id, class and address', () => {
  expect(bibtexOf([paper])).toBe(`@misc{vaswani2017attention-1706.03762,
  title = {{Attention Is All You Need}},
  author = {Ashish Vaswani and Łukasz Kaiser},
  year = {2017},
  month = jun,
  eprint = {1706.03762},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/1706.03762},
}
`)
})

test('a paper from elsewhere is cited with its DOI and address, and one without authors has none', () => {
  const given = { id: 'p-0123456789', doi: '10.1145/3292500_1', url: 'https://lab.example/a b', authors: [] }
  expect(field('doi', given)).toBe('{10.1145/3292500_1}')
  expect(field('url', given)).toBe('{https://lab.example/a%20b}')
  expect(field('eprint', given)).toBeUndefined()
  expect(field('author', given)).toBeUndefined()
})

test('signs of TeX are escaped, math is kept, accents become letters', () => {
  expect(field('title', { title: 'R&D at 100%: a_b #1 {x} ~ ^ \\ $5' })).toBe(
    '{{R\\&D at 100\\%: a\\_b \\#1 \\textbraceleft{}x\\textbraceright{} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$5}}',
  )
  expect(field('title', { title: 'A bound for $\\mathbb{E}[T_n]$ & more' })).toBe(
    '{{A bound for $\\mathbb{E}[T_n]$ \\& more}}',
  )
  expect(field('title', { title: 'Schr\\"odinger\'s bridge' })).toBe("{{Schrödinger's bridge}}")
})

test('whatever a title holds, the braces of its entry are in balance', () => {
  for (const title of ['}', '{', '$}{$', 'a {$ and $}$', '\\{', '$\\}$', '}}}},\n@misc{x', '$a$ } $b$']) {
    let depth = 0
    for (const sign of bibtexOf([{ ...paper, title }])) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth, title).toBe(0)
    expect(bibtexOf([{ ...paper, title }]).match(/^@/gm)).toHaveLength(1)
  }
})

test('a group is one name, and a name with "and" in it is not two', () => {
  expect(field('author', { authors: [{ name: 'ATLAS Collaboration' }, { name: 'Sand and Sons' }] })).toBe(
    '{{ATLAS Collaboration} and {Sand and Sons}}',
  )
  expect(field('author', { authors: [{ name: 'LeCun, Yann' }, { name: 'Vincent van Gogh' }] })).toBe(
    '{LeCun, Yann and Vincent van Gogh}',
  )
})

test.each([
  ['B. Roy Jr.', 'Roy, Jr., B.'],
  ['B. Roy, Jr.', 'Roy, Jr., B.'],
  ['Mary Ann Roy Sr', 'Roy, Sr, Mary Ann'],
  ['João da Silva III', 'da Silva, III, João'],
  ['Roy, Jr., B.', 'Roy, Jr., B.'],
  ['Yuki Ii', 'Yuki Ii'],
])('%s is cited as %s', (name, cited) => {
  expect(field('author', { authors: [{ name }] })).toBe(`{${cited}}`)
})

test('a suffix is no family in a key', () => {
  expect(citeKey({ ...paper, authors: [{ name: 'B. Roy Jr.' }] })).toBe('roy2017attention-1706.03762')
  expect(citeKey({ ...paper, authors: [{ name: 'B. Roy, III' }] })).toBe('roy2017attention-1706.03762')
  expect(citeKey({ ...paper, authors: [{ name: 'Yuki Ii' }] })).toBe('ii2017attention-1706.03762')
})

test('a key is plain letters, and the same paper has the same one everywhere', () => {
  expect(citeKey({ ...paper, authors: [{ name: 'Đặng Văn Hà' }], title: '$\\beta$-VAE: the Next Step' })).toBe(
    'ha2017vae-1706.03762',
  )
  expect(citeKey({ ...paper, id: 'math.GT/0309136', authors: [{ name: '李明' }], title: '结' })).toBe(
    '2017-math.GT-0309136',
  )
  const twins = [paper, { ...paper, id: '1706.99999' }]
  expect(new Set(twins.map(citeKey)).size).toBe(2)
  expect(bibtexOf(twins).match(/^@misc/gm)).toHaveLength(2)
  expect(bibtexOf([])).toBe('')
})
