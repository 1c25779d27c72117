import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { importRows } from '@/db/import'
import { upsertFound } from '@/db/pool'
import { loadSample } from '@/db/sample'
import { journal, papers, revisions, searchPapers, searchParts, users } from '@/db/schema'
import { submitPaper, takeBack } from '@/db/submissions'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'
import type { AnnouncedPaper } from '@/lib/found-paper'
import { readRow } from '@/lib/import-row'
import { ownId } from '@/lib/own-id'
import { titleKeyOf } from '@/lib/search-names'
import { wordsOf } from '@/lib/search-query'
import { termOf } from '@/lib/search-words'

/* The triggers of the migration, by the writes that there are. */

const now = Date.UTC(2026, 5, 4, 9)
const id = '2606.00001'

function found(more: Partial<AnnouncedPaper> = {}): AnnouncedPaper {
  return {
    id,
    source: 'arxiv',
    title: 'Gliders: Soaring over Hills',
    abstract: 'We measure thermals.',
    authors: [{ name: 'Zoë Noor' }, { name: 'Mira Sol' }],
    categories: ['cs.LG', 'physics.ao-ph'],
    publishedAt: now,
    updatedAt: now,
    version: 1,
    doi: null,
    note: null,
    sourceUrl: null,
    isWithdrawn: false,
    announcedDay: '2026-06-03',
    ...more,
  }
}

async function idsWith(words: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql`select paper_id as id from search_words join search_papers on number = search_words.rowid where search_words match ${words} order by paper_id`,
  )
  return rows.map((row) => row.id)
}

const entry = async (paperId = id) => (await db.select().from(searchPapers).where(eq(searchPapers.paperId, paperId)))[0]

beforeEach(async () => {
  for (const table of [revisions, journal, papers, users]) await db.delete(table)
})

test('a paper is found by words of title, abstract, authors and categories as soon as it is here', async () => {
  await upsertFound([found()], now)
  for (const words of ['glider', 'thermal', 'zoe', '"mira sol"', '"cs lg"'])
    expect(await idsWith(words), words).toEqual([id])
  expect(await entry()).toMatchObject({ titleKey: 'gliderssoaringoverhills', nameKey: 'gliders', embeddedBy: null })
})

test('an import is found, and what its next row changes', async () => {
  const row = (paper: object) => {
    const read = readRow({ day: '2026-06-02', paper: { id, title: 'Kites', authors: [{ name: 'Ida' }], ...paper } })
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.row
  }
  const publishedAt = '2026-05-30'
  await importRows([row({ summary: 'We fly a kite.', publishedAt })], now)
  expect(await idsWith('fly')).toEqual([id])
  await importRows([row({ summary: 'We sail a boat.', publishedAt })], now)
  expect(await idsWith('fly')).toEqual([])
  expect(await idsWith('sail')).toEqual([id])
})

test('a revision is found by its new words and not by the old', async () => {
  await upsertFound([found()], now)
  await db.update(searchPapers).set({ embeddedBy: 'a model' })
  await upsertFound([found({ version: 2, title: 'Balloons: a Study' })], now)
  expect(await idsWith('glider')).toEqual([])
  expect(await idsWith('balloon AND thermal')).toEqual([id])
  expect(await entry()).toMatchObject({ nameKey: 'balloons', revision: 1, embeddedBy: null })
})

test('what is neither title nor abstract does not make a paper wait to be embedded', async () => {
  await upsertFound([found()], now)
  await db.update(searchPapers).set({ embeddedBy: 'a model' })
  await upsertFound([found({ version: 2, authors: [{ name: 'Bo Lind' }] })], now)
  await db.update(papers).set({ upvotes: 7 })
  expect(await idsWith('lind')).toEqual([id])
  expect(await entry()).toMatchObject({ revision: 1, embeddedBy: 'a model' })
})

test('a withdrawn paper is still found', async () => {
  await upsertFound([found()], now)
  await upsertFound([found({ version: 2, isWithdrawn: true })], now)
  expect(await idsWith('glider')).toEqual([id])
})

test('a submission that is taken back leaves nothing behind', async () => {
  const made = await createUser({ name: 'mira' }, now)
  if (!made.ok) throw new Error('no account')
  const { userId } = authorityOf(made.viewer)
  const own = ownId('url:https://lab.example/heat')
  const { announcedDay, ...heat } = found({
    id: own,
    source: 'page',
    title: 'Heat',
    sourceUrl: 'https://lab.example/heat',
  })
  await submitPaper(userId, { id: own, found: heat, links: {}, comment: null, day: null }, now)
  expect(await idsWith('heat')).toEqual([own])
  const { number = 0 } = (await entry(own)) ?? {}
  await db.insert(searchParts).values({ number, vectors: Buffer.alloc(384) })
  expect(await takeBack(userId, own, now)).toEqual({ ok: true, isGone: true })
  expect(await idsWith('heat')).toEqual([])
  expect(await entry(own)).toBeUndefined()
  expect(await db.select().from(searchParts)).toEqual([])
})

test('a summary that is not the abstract is in no index', async () => {
  await loadSample(now)
  const [paper] = await db.select().from(papers).where(sql`summary_source = 'sample'`).limit(1)
  expect(paper?.abstract).toBeNull()
  const [counted] = await db.all<{ n: number }>(
    sql`select count(*) as n from search_words where search_words match 'abstract : (the OR a OR we)'`,
  )
  expect(counted?.n).toBe(0)
})

test('the database makes the keys of titles as lib/ does', async () => {
  const titles = [
    'A_b: C-d',
    ': none',
    'β-VAE²: “Quoted”',
    'O(n^2) $\\alpha$ – x — y’s',
    'GPT-4V/o1, 3.5!? {x}',
    'it\'s "so"',
    'Ünï: X',
  ]
  for (const [i, title] of titles.entries()) await upsertFound([found({ id: `2606.1000${i}`, title })], now)
  for (const { paperId, titleKey, nameKey: name } of await db.select().from(searchPapers)) {
    const title = titles[Number(paperId.at(-1))] ?? ''
    expect(titleKey).toBe(titleKeyOf(title))
    expect(name).toBe(title.indexOf(':') > 0 ? titleKeyOf(title.slice(0, title.indexOf(':'))) : null)
  }
})

test('a word is cut to its stem here as it is in the index', async () => {
  const words = `relational conditional valenci hesitanci digitizer analogi conformabli radicalli differentli vileli
    analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti sensitiviti
    sensibiliti triplicate formative formalize electriciti electrical hopeful goodness revival allowance inference
    airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption homologou communism
    activate angulariti homologous effective bowdlerize probate rate cease controll roll hopping tanned falling hissing
    fizzed failing filing happy sky dying skies gas this yes ies sses eed agreed ion naïve Ünïcode Über ß GPT4 β 中文`
  await upsertFound([found({ title: 'Words', abstract: words })], now)
  const rows = await db.all<{ term: string }>(sql`select term from search_terms`)
  const terms = new Set(rows.map(({ term }) => term))
  for (const word of wordsOf(words)) expect(terms, word).toContain(termOf(word))
})
