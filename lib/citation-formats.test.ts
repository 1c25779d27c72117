import { parse } from '@retorquere/bibtex-parser'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Cited, citeKey, cslOf } from '@/lib/citation'
import { writeCitations } from '@/lib/citation-formats'
import { citationLibrary } from '@/lib/citation-library'

const paper: Cited = {
  id: '1706.03762',
  title: 'Attention Is All You Need',
  abstract: 'We propose a network.',
  authors: [{ name: 'Ashish Vaswani' }, { name: 'Łukasz Kaiser' }],
  categories: ['cs.CL', 'cs.LG'],
  publishedAt: Date.UTC(2017, 5, 12),
  doi: null,
  sourceUrl: null,
}
const site = 'https://papers.example'
const network = vi.fn(() => Promise.reject(new Error('Nothing is asked of anybody.')))

beforeAll(() => vi.stubGlobal('fetch', network))
afterAll(() => {
  expect(network).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})

const bib = (given: Partial<Cited>) => writeCitations([{ ...paper, ...given }], 'bib', site)

/** What another program reads: text as it is shown, or, raw, as it is written. */
async function readBack(given: Partial<Cited>, raw = false): Promise<Record<string, unknown>> {
  const { entries, errors } = parse(await bib(given), { raw, sentenceCase: false })
  expect(errors).toEqual([])
  expect(entries).toHaveLength(1)
  return { key: entries[0]?.key, ...entries[0]?.fields }
}

/** What the library itself reads of its RIS. */
async function readRis(given: Partial<Cited>): Promise<Record<string, unknown>> {
  const library = await citationLibrary()
  const items = library.input.chain(await writeCitations([{ ...paper, ...given }], 'ris', site))
  expect(items).toHaveLength(1)
  return items[0] ?? {}
}

test('a paper of arXiv’s is an entry with its id, class and address there', async () => {
  expect(await bib({})).toBe(`@misc{vaswani2017attention-1706.03762,
\tauthor = {Vaswani, Ashish and Kaiser, Łukasz},
\tyear = {2017},
\tpublisher = {arXiv},
\ttitle = {{Attention Is All You Need}},
\turl = {https://arxiv.org/abs/1706.03762},
\tmonth = jun,
\teprint = {1706.03762},
\tarchivePrefix = {arXiv},
\tprimaryClass = {cs.CL},
}
`)
})

test('a paper of arXiv’s is a record of RIS', async () => {
  expect(await writeCitations([paper], 'ris', site)).toBe(`TY  - GEN
AB  - We propose a network.
AU  - Vaswani, Ashish
AU  - Kaiser, Łukasz
DA  - 2017/06/12/
PY  - 2017
ID  - vaswani2017attention-1706.03762
KW  - cs.CL
KW  - cs.LG
M1  - arXiv:1706.03762
PB  - arXiv
TI  - Attention Is All You Need
UR  - https://arxiv.org/abs/1706.03762
ER  - 
`)
})

test('CSL-JSON is read back as it was', async () => {
  const papers = [paper, { ...paper, id: 'cs/9809007', authors: [] }]
  const read = JSON.parse(await writeCitations(papers, 'csl.json', site))
  expect(read).toEqual(papers.map((each) => cslOf(each, site)))
  expect(JSON.parse(await writeCitations([], 'csl.json', site))).toEqual([])
})

test('names survive another parser', async () => {
  const names = [
    'Vincent van Gogh',
    'Đặng Văn Hà',
    "Conan O'Neill",
    'João de la Cruz Jr.',
    'ATLAS Collaboration',
    'Sand AND Sons',
    'Plato',
    '李 明',
    '李明',
    'José Ortega y Gasset',
    'Luc Van Gool',
    'Smith & Sons, Inc.',
  ]
  const { author } = await readBack({ authors: names.map((name) => ({ name })) })
  expect(author).toEqual([
    { firstName: 'Vincent', prefix: 'van', lastName: 'Gogh' },
    { firstName: 'Đặng Văn', lastName: 'Hà' },
    { firstName: 'Conan', lastName: "O'Neill" },
    { firstName: 'João', prefix: 'de la', lastName: 'Cruz', suffix: 'Jr.' },
    { name: 'ATLAS Collaboration' },
    { name: 'Sand AND Sons' },
    { name: 'Plato' },
    { firstName: '明', lastName: '李' },
    { name: '李明' },
    { firstName: 'José', lastName: 'Ortega y Gasset' },
    { firstName: 'Luc', lastName: 'Van Gool' },
    { name: 'Smith & Sons, Inc.' },
  ])
  expect((await readRis({ authors: names.slice(0, 5).map((name) => ({ name })) })).author).toEqual([
    { family: 'van Gogh', given: 'Vincent' },
    { family: 'Hà', given: 'Đặng Văn' },
    { family: "O'Neill", given: 'Conan' },
    { family: 'de la Cruz', given: 'João', suffix: 'Jr.' },
    { literal: 'ATLAS Collaboration' },
  ])
})

test.each(['A bound for $\\mathbb{E}[T_n]$ where $\\frac AB < x^2$ holds', '$\\mathcal O(N\\log N)$ Sorting'])(
  'math stays as it was written: %s',
  async (title) => {
    expect((await readBack({ title }, true)).title).toBe(title)
    expect((await readRis({ title })).title).toBe(title)
  },
)

test.each([
  ['π_RL for Mem-α and ℓ₂', '$\\pi$\\_RL for Mem-$\\alpha$ and $\\ell_{2}$'],
  ['αβ-CROWN to 10⁻¹² in O(n²) → ∞', '$\\alpha\\beta$-CROWN to 10$^{-12}$ in O(n²) → $\\infty$'],
  ['Top-$nσ$ × 5 of $10 × μ', 'Top-$n{\\sigma}$ × 5 of \\$10 × $\\mu$'],
  ['√n of $2√n$', '$\\surd$n of $2{\\surd}n$'],
  ['X^{2} of {', 'X\\textasciicircum{}\\textbraceleft{}2\\textbraceright{} of \\textbraceleft{}'],
  ['V_{0.5}', 'V\\_\\{0.5\\}'],
  ['A $π', 'A \\$$\\pi$'],
  ['Μεγάλα μοντέλα', 'Μεγάλα μοντέλα'],
])('signs that TeX does not take are commands: %s', async (title, written) => {
  expect(await bib({ title })).toContain(`title = {{${written}}},`)
})

test.each([
  'R&D at 100%: a_b #1 {x} ~ ^ \\ $5 | a<b> <i>open',
  'GANs, iPhones and the NASA',
  'Über «Größe» — 結び目 α',
  'The <span class="nocase">way</span> of TeX: \\textbf x',
])('signs and capitals stay as they were: %s', async (title) => {
  expect(String((await readBack({ title })).title).replace(/<span class="nocase">(.*)<\/span>$/, '$1')).toBe(title)
})

test('accents of TeX become letters', async () => {
  expect((await readBack({ title: 'Schr\\"odinger\'s bridge' }, true)).title).toBe("Schrödinger's bridge")
})

test('a thousand authors, none, and no abstract', async () => {
  const authors = Array.from({ length: 1_000 }, (_, i) => ({ name: `Ada Quill${i}` }))
  expect((await readBack({ authors })).author).toHaveLength(1_000)
  expect((await readRis({ authors })).author).toHaveLength(1_000)
  expect((await readBack({ authors: [] })).author).toBeUndefined()
  const { author, abstract } = await readRis({ authors: [], abstract: null })
  expect([author, abstract]).toEqual([undefined, undefined])
})

test('a long abstract is one line of RIS, with its words whole', async () => {
  const abstract = `${'antidisestablishmentarianism '.repeat(60)}end`
  expect((await readRis({ abstract })).abstract).toBe(abstract)
})

test('odd signs of a DOI and an address stay', async () => {
  const doi = '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2.'
  const given = { id: 'p-0123456789', doi, sourceUrl: 'https://lab.example/a_b?c=%20&d={e}' }
  const read = await readBack(given)
  expect(read.doi).toBe(doi)
  expect(read.url).toBe('https://lab.example/a_b?c=%20&d=%7Be%7D')
  expect(read.eprint).toBeUndefined()
  expect(await bib(given)).not.toContain('howpublished')
  expect(await writeCitations([{ ...paper, ...given }], 'ris', site)).toContain(`\nDO  - ${doi}\n`)
})

test('an old id keeps its slash, and its key has none', async () => {
  const read = await readBack({ id: 'math.GT/0309136' })
  expect(read).toMatchObject({ key: 'vaswani2017attention-math.GT-0309136', eprint: 'math.GT/0309136' })
  expect(read.primaryclass).toBeUndefined()
})

test('whatever a title and a name hold, one entry stays one entry with its key', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          ...'{}$\\@,%#<>"\n',
          ' and ',
          '\nER  - ',
          '@misc{x,',
          '<i>',
          '</i>',
          '\\}',
          'TY  - JOUR',
          '}}\n',
          '\ue041',
          'Ab',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (title, name) => {
      const given = { ...paper, title, abstract: title, authors: [{ name }, { name: 'Ada Quill' }] }
      const text = await bib(given)
      const { entries } = parse(`${text}\n@misc{last, title = {Last}}`, { raw: true })
      expect(entries.map(({ key }) => key)).toEqual([citeKey(given), 'last'])
      expect(balance(text)).toBe(0)
      const ris = await writeCitations([given, paper], 'ris', site)
      expect(ris.match(/^TY {2}- /gm)).toHaveLength(2)
      expect(ris.match(/^ER {2}- /gm)).toHaveLength(2)
      expect(ris.split('\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

/** Of braces as BibTeX counts them, whatever stands before them. */
function balance(text: string): number {
  let depth = 0
  for (const sign of text) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    if (depth < 0) return depth
  }
  return depth
}
