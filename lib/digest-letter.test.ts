import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mailColours } from '@/lib/digest-html'
import { type DigestPaper, fillDigest, largestLetter, renderDigest } from '@/lib/digest-letter'
import type { Choices } from '@/lib/letter-choices'
import { mailEncodingOf } from '@/lib/mail-size'

const site = { name: 'Daily Papers', url: 'https://papers.example' }
const issue = 'daily:2026-01-06'
const all: Choices = { frequency: 'daily', papers: 10, minUpvotes: 0, categories: [], keywords: [], authors: [] }
const mira = {
  email: "mira.o'hara@lab.edu",
  since: 'November 3, 2025',
  when: 'daily at 07:00 in Berlin',
  change: 'https://papers.example/subscription/change?token=c&x=1',
  leave: 'https://papers.example/subscription/leave?token=l',
}

function paper(n: number, rest: Partial<DigestPaper> = {}): DigestPaper {
  return {
    id: `2601.${String(n).padStart(5, '0')}`,
    title: `Paper ${n}`,
    abstract: 'Attention is slow because it moves data. Tiles make it fast.',
    summary: null,
    authors: [{ name: 'Tri Dao' }, { name: 'Bo Li' }],
    authorCount: 2,
    categories: ['cs.LG'],
    submittedBy: null,
    publishedAt: Date.UTC(2026, 0, 5),
    withdrawnAt: null,
    upvotes: 100 - n,
    comments: n - 1,
    ...rest,
  }
}

function rendered(papers: DigestPaper[], choices: Partial<Choices> = {}) {
  const digest = renderDigest(site, issue, papers, { ...all, ...choices })
  if (!digest) throw new Error('There is no letter.')
  return digest
}

const many = (n: number, rest: Partial<DigestPaper> = {}) => Array.from({ length: n }, (_, i) => paper(i + 1, rest))

test('the letter says the day, its totals and each paper with its votes, authors, gist and talk', () => {
  const { subject, html, text } = rendered(many(12), { papers: 2 })
  expect(subject).toBe('Tuesday, January 6: Paper 1, and 1 more')
  expect(text).toContain('12 papers, 1,122 votes, 66 comments. These are the first 2, in the day’s')
  expect(text).toContain(`
   99  Paper 1

       Attention is slow because it moves data. Tiles make it fast.
       Tri Dao and Bo Li
       Jan 5, 2026, discuss
       https://papers.example/papers/2601.00001


   98  Paper 2
`)
  expect(text).toContain(`That was Tuesday. The whole day has 10 more on the site.
https://papers.example/papers/date/2026-01-06
`)
  expect(html).toContain('href="https://papers.example/papers/2601.00002#talk"')
  expect(html).toContain('>1&nbsp;comment</a>')
  expect(html).toContain('>Tuesday, January&nbsp;6</h1>')
  expect(html).not.toContain('Paper 3')
})

test('a whole day says so, and a narrowed one what it was narrowed to', () => {
  expect(rendered(many(2)).text).toContain('2 papers, 197 votes, 1 comment, in the day’s final order.')
  expect(rendered(many(2)).text).toContain('The whole day is on the site, as it stands now.')
  const narrow = rendered([paper(1), paper(2, { categories: ['cs.CL'] })], { categories: ['cs.CL'], minUpvotes: 3 })
  expect(narrow.text).toContain('This is the one that you asked for')
  expect(narrow.html).toContain('at most 10 papers with 3 votes or more, of: cs.CL.')
})

test('a week is told by its dates', () => {
  const week = renderDigest(site, 'weekly:2026-W01', many(1), { ...all, frequency: 'weekly' })
  expect(week?.subject).toBe('December 29, 2025 to January 4, 2026: Paper 1')
  expect(week?.text).toContain('https://papers.example/papers/week/2026-W01')
  expect(() => renderDigest(site, 'weekly:2025-W53', many(1), all)).toThrow('no issue')
})

test('without a paper there is no letter', () => {
  expect(renderDigest(site, issue, [], all)).toBeNull()
  expect(renderDigest(site, issue, many(3), { ...all, minUpvotes: 1000 })).toBeNull()
})

test('what authors wrote is text, in the subject and in both parts', () => {
  const title = '<script>alert(1)</script> & "quotes"\r\nBcc: all@lab.edu\u202e {{leave}} {{email}}'
  const hostile = paper(1, { title, abstract: '<img src=x onerror=alert(1)>', authors: [{ name: '<b>Bo</b>' }] })
  const { subject, html, text } = fillDigest(rendered([hostile], { keywords: ['<i>', 'alert'] }), mira)
  expect(subject).not.toMatch(/[\r\n\u202e]/)
  expect(html).not.toMatch(/<(script|img|b|i)\b/)
  expect(html).toContain('&#60;script&#62;alert(1)')
  expect(text).toContain('<script>alert(1)</script>')
  // A place that is filled in for a reader is only at the foot.
  expect(html.split('token=l')).toHaveLength(2)
  expect(html.split('mira.o')).toHaveLength(2)
})

test('the foot says why, and how to change and leave', () => {
  const { html, text } = fillDigest(rendered(many(1)), mira)
  expect(html).toContain('mira.o&#39;hara@lab.edu asked for it on November 3, 2025: daily at 07:00 in Berlin')
  expect(html).toContain('href="https://papers.example/subscription/change?token=c&#38;x=1"')
  expect(text).toContain('\nhttps://papers.example/subscription/leave?token=l\n')
  expect(text).toContain('\nhttps://papers.example/digest/2026-01-06\n')
  for (const part of [html, text]) expect(part).not.toContain('{{')
  for (const line of text.split('\n')) expect(line.length <= 72 || !line.includes(' '), line).toBe(true)
})

test('on the site nothing of a reader is at the foot', () => {
  const open = renderDigest(site, issue, many(1), all, { readBy: 'anybody' })
  expect(`${open?.html}${open?.text}`).not.toContain('{{')
  expect(open?.html).toContain('Get it by e-mail')
})

test('math is text, and a long title and many authors are told in short', () => {
  const title = `Learning $\\mathbb{E}[y \\mid x]$ in $O(n \\log n)$: ${'a very long title '.repeat(40)}`
  const authors = Array.from({ length: 50 }, (_, i) => ({ name: `Author ${i}` }))
  const { subject, html, text } = rendered([paper(1, { title, authors, authorCount: 50 })])
  expect(text).toContain('Learning E[y | x] in O(n log n)')
  expect(subject.length).toBeLessThan(160)
  expect(html).toContain('Author 0, Author 1, Author 2 and 47 more')
  expect(text.length).toBeLessThan(1_500)
})

test('papers without an abstract, authors or votes have what there is', () => {
  const bare = paper(1, { abstract: null, authors: [], authorCount: 0, upvotes: 0, withdrawnAt: 1 })
  expect(rendered([bare]).text).toContain(`
    0  Paper 1

       0 authors
       Jan 5, 2026, withdrawn by its authors, discuss
`)
  expect(rendered([paper(1, { abstract: null, summary: 'Tiles.' })]).text).toContain('Summary: Tiles.')
  expect(rendered([paper(1, { authors: [{ name: 'علي' }, { name: 'Bo' }] })]).html).toContain('\u2068علي\u2069 and Bo')
})

test.each([
  ['plain words', { abstract: 'word '.repeat(2_000) }],
  ['signs that grow', { title: '<&>"='.repeat(60), abstract: '=&<>"'.repeat(2_000) }],
  [
    'Chinese',
    {
      title: '注意力'.repeat(80),
      abstract: '注意力机制。'.repeat(500),
      authors: many(50).map(() => ({ name: '陳大文' })),
    },
  ],
  ['emoji and half of one', { title: '😀'.repeat(200), abstract: `${'😀'.repeat(2_000)}\ud83d` }],
])('fifty papers of %s are at most 100 KB', (_, rest) => {
  const papers = many(80, rest)
  const { html, text } = fillDigest(rendered(papers, { papers: 50 }), mira)
  expect(mailEncodingOf(html, text).size).toBeLessThan(largestLetter - 4_000)
  const shown = html.split('#talk').length - 1
  expect(shown).toBeGreaterThan(20)
  expect(text).toContain(`has ${80 - shown} more on the site.`)
  expect(`${html}${text}`).not.toMatch(/\p{Surrogate}/u)
})

test('the colours are those of the site', () => {
  const tokens = readFileSync('app/styles/tokens.css', 'utf8')
  for (const [name, [day, night]] of Object.entries(mailColours))
    expect(tokens).toContain(`--${name}: light-dark(${day}, ${night});`)
})

test('what saved searches found comes after the day, each paper once, and leads to the search', () => {
  const searches = ['q=flow&cat=cs.LG', 'q=sorting']
  const found = [
    { asked: 'q=flow&cat=cs.LG', papers: [paper(1), ...many(9).slice(1)] },
    { asked: 'q=sorting', papers: [paper(2), paper(40, { title: 'Sorting <b>' })] },
    { asked: 'q=nothing', papers: [] },
  ]
  const digest = renderDigest(site, issue, many(1), { ...all, searches }, { found })
  if (!digest) throw new Error('There is no letter.')
  const { subject, html, text } = fillDigest(digest, mira)
  expect(subject).toBe('Tuesday, January 6: Paper 1')
  expect(text).toContain('FROM YOUR SEARCHES\n\n\nFor flow, in cs.LG\n')
  expect(text.match(/ Paper \d/g)).toEqual([' Paper 1', ' Paper 2', ' Paper 3', ' Paper 4', ' Paper 5', ' Paper 6'])
  expect(text).toContain('3 more, and all that it finds:\n       https://papers.example/papers/search?q=flow&cat=cs.LG')
  expect(text).toContain('For sorting\n')
  expect(text).not.toContain('nothing')
  expect(html).toContain('From your searches')
  expect(html).toContain('Sorting &#60;b&#62;')
  expect(html).toContain('at most 10 papers; and what your saved searches find.')
})

test('where nothing of the day was chosen the searches alone make a letter, and without a find there is none', () => {
  const choices = { ...all, minUpvotes: 1000, searches: ['q=flow'] }
  const found = [{ asked: 'q=flow', papers: [paper(7), paper(8)] }]
  const digest = renderDigest(site, issue, many(3), choices, { found })
  expect(digest?.subject).toBe('Tuesday, January 6: Paper 7, and 1 more')
  expect(digest?.text).toContain('3 papers, and none that you asked for. Your saved searches found 2\npapers besides.')
  expect(renderDigest(site, issue, [], choices, { found })?.text).toContain('Nothing was on the day’s list.')
  expect(renderDigest(site, issue, many(3), choices, { found: [{ asked: 'q=flow', papers: [] }] })).toBeNull()
})

test('a letter with many finds is no larger than any', () => {
  const searches = Array.from({ length: 50 }, (_, i) => `q=word${i}`)
  const abstract = 'Überall große Wörter über Wörter. '.repeat(100)
  const found = searches.map((asked, i) => ({
    asked,
    papers: Array.from({ length: 20 }, (_, n) => paper(1000 + i * 20 + n, { abstract, title: 'Ünïcode '.repeat(60) })),
  }))
  const choices = { ...all, papers: 50, searches }
  const digest = renderDigest(site, issue, many(50, { abstract, title: 'Ünïcode '.repeat(60) }), choices, { found })
  if (!digest) throw new Error('There is no letter.')
  expect(mailEncodingOf(digest.html, digest.text).size).toBeLessThanOrEqual(largestLetter)
  expect(digest.text.match(/^For word/gm)).toHaveLength(3)
})
