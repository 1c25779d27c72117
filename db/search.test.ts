import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { papers, users } from '@/db/schema'
import { rarest, searchPapers } from '@/db/search'
import { suggestTitles } from '@/db/search-titles'
import { createUser } from '@/db/users'
import { readSearch, type SearchSort } from '@/lib/search-query'

const now = Date.UTC(2026, 5, 4, 9)

let made = 0
async function put(title: string, more: Partial<typeof papers.$inferInsert> = {}): Promise<string> {
  made++
  const id = `2606.${String(made).padStart(5, '0')}`
  const facts = { abstract: 'We measure.', authors: [{ name: 'Mira Sol' }], authorCount: 1, categories: ['cs.LG'] }
  const rest = { keywords: [], mediaUrls: [], publishedAt: Date.UTC(2026, 0, 1), createdAt: now }
  await db.insert(papers).values({ id, title, ...facts, ...rest, ...more })
  return id
}

const search = (typed: string, { sort = 'relevance' as SearchSort, page = 1, pageSize = 50 } = {}) =>
  searchPapers({ query: readSearch(typed), sort, page, pageSize })
const idsOf = async (typed: string, sort?: SearchSort) => (await search(typed, { sort })).papers.map(({ id }) => id)

beforeEach(async () => {
  made = 0
  for (const table of [papers, users]) await db.delete(table)
})

test('a paper with more of the words comes first, and accents, case and endings make no difference', async () => {
  for (let i = 0; i < 5; i++) await put('Trains')
  const one = await put('Gliding Birds')
  const two = await put('Boats', { abstract: 'A naïve glide of a bird that sails.' })
  expect(await idsOf('NAIVE birds glide')).toEqual([two, one])
  expect(await search('birds')).toMatchObject({ total: 2, isMore: false, page: 1, hasMore: false, by: 'words' })
  expect(await search('unheard')).toMatchObject({ papers: [], total: 0 })
})

test('beside a word that no paper has, the one that nearly all have is looked for', () => {
  const words = [
    { word: 'unheard', weight: 7, papers: 0 },
    { word: 'kites', weight: 0.1, papers: 9_000 },
    { word: 'birds', weight: 0.1, papers: 9_500 },
  ]
  expect(rarest({ words, papers: 10_000 })).toEqual(['kites'])
  expect(rarest({ words: words.slice(0, 1), papers: 10_000 })).toEqual([])
})

test('a paper whose title or name is just what was typed comes first of all', async () => {
  await put('GLIDE and Glide, Glide by Glide', { abstract: 'Glide glide glide glide.' })
  const named = await put('GLI-DE: Birds at Rest')
  const titled = await put('Soaring over Hills!')
  expect((await idsOf('glide'))[0]).toBe(named)
  expect((await idsOf('Gli-De'))[0]).toBe(named)
  expect((await idsOf('soaring over hills'))[0]).toBe(titled)
})

test('a person’s own papers come before those that have the words of the name, however it is turned', async () => {
  const by = (...names: string[]) => ({ authors: names.map((name) => ({ name })), authorCount: names.length })
  for (let i = 0; i < 5; i++)
    await put('Jian and the Sun', { abstract: 'Jian, sun, Jian, sun.', ...by('Sun Li', 'Jian Wu') })
  await put('Two names side by side', by('Wei Jian', 'Sun Mei'))
  const old = await put('Rivers', by('Ada Quill', 'Jian Sun'))
  const young = await put('Lakes', { ...by('Sun, Jian'), publishedAt: Date.UTC(2026, 1, 1) })
  const dashed = await put('Seas', by('Li Fei-Fei'))
  expect((await idsOf('jian sun')).slice(0, 2)).toEqual([young, old])
  expect((await idsOf('Sun Jian'))[0]).toBe(young)
  expect((await idsOf('Fei-Fei Li'))[0]).toBe(dashed)
  expect((await idsOf('jian sun until:2026-01-15'))[0]).toBe(old)
  expect(await idsOf('jian sun -title:rivers')).not.toContain(old)
})

test('a phrase must be there, and what is excluded must not', async () => {
  const phrase = await put('World Models')
  const apart = await put('Models of the World')
  expect(await idsOf('"world models"')).toEqual([phrase])
  expect(await idsOf('world models -"world models"')).toEqual([apart])
  expect(await idsOf('world -models')).toEqual([])
})

test('each operator leaves out what does not meet it', async () => {
  const a = await put('Kites', {
    abstract: 'Of boats.',
    authors: [{ name: 'Ada Lovelace' }],
    categories: ['cs.CL', 'stat.ML'],
    publishedAt: Date.UTC(2025, 11, 31),
  })
  const b = await put('Boats', {
    abstract: 'Of kites.',
    codeUrl: 'https://github.com/mira/look',
    authors: [{ name: 'Bo Ada' }],
    publishedAt: Date.UTC(2026, 0, 31),
  })
  await db.update(papers).set({ upvotes: 21, comments: 0 }).where(eq(papers.id, a))
  const mira = await createUser({ name: 'Mira' }, now)
  if (!mira.ok) throw new Error('no account')
  await db.update(papers).set({ submitterId: mira.viewer.id }).where(eq(papers.id, b))
  await db.update(papers).set({ submitterName: 'else' }).where(eq(papers.id, a))
  const finds: Record<string, string[]> = {
    'title:kites': [a],
    'kites title:boat': [b],
    'author:lovelace': [a],
    'author:"ada lovelace"': [a],
    '-author:lovelace': [b],
    'cat:cs.CL': [a],
    'cat:stat': [a],
    'cat:cs': [b, a],
    '-cat:cs.CL kites': [b],
    'from:2026-01': [b],
    'until:2025': [a],
    'from:2025-12-31 until:2025-12-31': [a],
    '-from:2026': [a],
    'votes:>20': [a],
    'votes:>21': [],
    'by:mira': [b],
    'by:else': [a],
    '-by:mira': [a],
    'has:code': [b],
    'cat:cs.CL OR has:code': [b, a],
    'title:boats OR by:else': [b, a],
    'title:boats by:else': [],
    'kites cat:stat.ML': [a],
  }
  for (const [typed, ids] of Object.entries(finds)) expect(await idsOf(typed), typed).toEqual(ids)
})

test('what is found can be put in order of date and of votes', async () => {
  const old = await put('Kites and Kites', { publishedAt: Date.UTC(2024, 1) })
  const young = await put('Kites', { publishedAt: Date.UTC(2026, 1) })
  await db.update(papers).set({ upvotes: 5 }).where(eq(papers.id, old))
  expect(await idsOf('kites', 'date')).toEqual([young, old])
  expect(await idsOf('kites', 'votes')).toEqual([old, young])
  expect(await idsOf('cat:cs.LG', 'votes')).toEqual([old, young])
})

test('pages follow each other without a gap', async () => {
  for (let i = 0; i < 7; i++) await put(`Kite ${i}`)
  const pages = await Promise.all([1, 2, 3].map((page) => search('kite', { page, pageSize: 3 })))
  expect(pages.map(({ papers, hasMore }) => [papers.length, hasMore])).toEqual([
    [3, true],
    [3, true],
    [1, false],
  ])
  expect(new Set(pages.flatMap(({ papers }) => papers.map(({ id }) => id))).size).toBe(7)
  expect(await search('kite', { page: 9, pageSize: 3 })).toMatchObject({ papers: [], total: 7, hasMore: false })
})

test('nothing that is typed fails', async () => {
  await put('NEAR the Constructor: a *')
  const hostile = [
    ...[
      '"',
      '""',
      '"a',
      '*',
      'a*',
      '(',
      ')',
      'NEAR(a b)',
      'a NEAR b',
      'AND',
      'a AND',
      'OR',
      'NOT',
      '-',
      '--',
      '^a',
      'a:b',
      'title:',
      ':',
    ],
    ...[
      '🙂',
      '\\0',
      'constructor',
      '__proto__',
      "'; drop table papers; --",
      '{title}: x',
      '+',
      'a + b',
      'é',
      '中文',
      'x'.repeat(10_000),
    ],
    ...[
      'a '.repeat(5_000),
      '"a" OR '.repeat(1_000),
      '-"a b" '.repeat(1_000),
      'votes:>99999999999999999999',
      'cat:- author:"" by:%',
    ],
  ]
  for (const typed of hostile) {
    for (const sort of ['relevance', 'date'] as const) await search(typed, { sort })
    await suggestTitles(typed)
  }
  expect(await idsOf('constructor')).toHaveLength(1)
  expect(await idsOf('NEAR')).toHaveLength(1)
})

test('of many words the rarest are looked for', async () => {
  const rare = await put('Quokka')
  for (let i = 0; i < 3; i++) await put('alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu')
  expect(await idsOf('alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu quokka')).toContain(rare)
})

test('titles are offered as they are typed: those that begin so, then those that hold the words', async () => {
  const holds = await put('A World of Diffusion')
  const begins = await put('Diffusion-LM: Words')
  await put('Boats', { abstract: 'Of diffusion.' })
  expect((await suggestTitles('diffu')).map(({ id }) => id)).toEqual([begins, holds])
  expect((await suggestTitles('diffusion lm')).map(({ id }) => id)).toEqual([begins])
  expect((await suggestTitles('world diff')).map(({ id }) => id)).toEqual([holds])
  expect((await suggestTitles('world d')).map(({ id }) => id)).toEqual([holds])
  expect(await suggestTitles('d')).toEqual([])
  expect(await suggestTitles('  ')).toEqual([])
  expect(await suggestTitles('diffu', 1)).toHaveLength(1)
})
