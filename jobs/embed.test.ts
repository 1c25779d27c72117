import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { searchPapers as entries, papers, searchGists, searchParts } from '@/db/schema'
import { searchPapers } from '@/db/search'
import { countToEmbed, keepEmbedded, listToEmbed } from '@/db/search-embedding'
import { readGists } from '@/db/search-gists'
import { embedPapers } from '@/jobs/embed'
import { embedAll } from '@/jobs/embed-all'
import { Lexicon } from '@/lib/lexicon'
import { readSearch } from '@/lib/search-query'
import { quantised } from '@/lib/search-vectors'
import { WordVectors } from '@/lib/word-vectors'
import { TextRefused } from '@/outside/embed-service'

/* A model of two meanings stands for the real one: what is about water, and what is not. */

const now = Date.UTC(2026, 5, 4, 9)
const dimensions = 32
const wet = quantised(Array.from({ length: dimensions }, (_, i) => (i % 2 ? 1 : 0.2)))
const dry = quantised(Array.from({ length: dimensions }, (_, i) => (i % 2 ? -0.2 : 1)))
const embed = async (texts: readonly string[]) => texts.map((text) => (/boat|sail|water/i.test(text) ? wet : dry))
const lexicon = new Lexicon(new WordVectors({ pieces: [], dimensions, vectors: new Int8Array(0) }))
const signal = new AbortController().signal
const all = { model: 'model', embed, signal, most: 60_000 }

let made = 0
async function put(title: string, abstract: string | null = null): Promise<string> {
  made++
  const id = `2606.${String(made).padStart(5, '0')}`
  const rest = { authors: [], authorCount: 0, categories: [], keywords: [], mediaUrls: [] }
  await db.insert(papers).values({ id, title, abstract, publishedAt: now, createdAt: now, ...rest })
  return id
}

async function idsOf(typed: string, model = 'model') {
  const shelf = await readGists(model)
  const meaning = shelf && { vector: wet, lexicon, shelf }
  const asked = { query: readSearch(typed), sort: 'relevance', page: 1, pageSize: 10 } as const
  const { papers: found, by } = await searchPapers(asked, { whole: Promise.resolve(meaning), lexicon: null })
  return { ids: found.map(({ id }) => id), by }
}

beforeEach(async () => {
  await db.delete(papers)
})

test('a paper is found by words before it is embedded, and by meaning as soon as it is', async () => {
  const boat = await put('Boats')
  const wind = await put('Wind and Kites')
  expect(await idsOf('water')).toMatchObject({ ids: [] })
  expect(await embedPapers(all)).toBe('2 papers embedded')
  expect((await idsOf('water')).ids).toEqual([boat])
  const { ids, by } = await idsOf('kites')
  expect(ids).toContain(wind)
  expect(by).toBe('words and meaning')
  expect(await embedPapers(all)).toBe('')
})

test('the newest are embedded first, and a signal stops it between two papers', async () => {
  const ids: string[] = []
  for (const title of ['One', 'Two', 'Three']) ids.push(await put(title))
  const stopping = new AbortController()
  const once = async (texts: readonly string[]) => {
    stopping.abort()
    return embed(texts)
  }
  expect(await embedPapers({ ...all, embed: once, signal: stopping.signal })).toBe('1 paper embedded, 2 to go')
  const [first] = await db
    .select()
    .from(entries)
    .where(eq(entries.paperId, ids[2] ?? ''))
  expect(first?.embeddedBy).toBe('model')
})

test('a revised paper is embedded anew, and keeps its old vectors until then', async () => {
  const id = await put('Boats', 'They sail.')
  await embedPapers(all)
  await db.update(papers).set({ title: 'Deserts', abstract: 'Of sand.' }).where(eq(papers.id, id))
  expect((await idsOf('water')).ids).toEqual([id])
  expect(await embedPapers(all)).toBe('1 paper embedded')
  expect((await idsOf('water')).ids).toEqual([])
})

test('what was embedded before a revision is not kept', async () => {
  const id = await put('Boats')
  const [paper] = await listToEmbed('model', 1)
  await db.update(papers).set({ title: 'Deserts' }).where(eq(papers.id, id))
  expect(await keepEmbedded('model', [{ number: paper?.number ?? 0, revision: 0, vectors: [wet] }])).toBe(0)
  expect(await countToEmbed('model')).toBe(1)
})

test('another model embeds all anew, and its vectors alone count', async () => {
  const id = await put('Boats')
  await embedPapers(all)
  expect((await idsOf('water', 'other')).ids).toEqual([])
  expect(await embedPapers({ ...all, model: 'other' })).toBe('1 paper embedded')
  expect((await idsOf('water', 'other')).ids).toEqual([id])
  expect(await db.select().from(searchGists)).toHaveLength(1)
})

test('several at a time embed each paper once, title, whole and sentences', async () => {
  for (let i = 0; i < 40; i++)
    await put(
      `Boat ${i}`,
      'They sail over the water as long as it is there. Nothing else matters to any of them, as far as we can tell.',
    )
  const told: number[] = []
  let texts = 0
  const counted = {
    embed: (asked: readonly string[]) => {
      texts += asked.length
      return embed(asked)
    },
  }
  const embedders = [counted, counted, counted]
  expect(await embedAll({ model: 'model', embedders, signal, onProgress: (done) => told.push(done) })).toBe(
    '40 papers embedded',
  )
  expect(texts).toBe(160)
  expect(told.at(-1)).toBe(40)
  const parts = await db.select().from(searchParts)
  expect(parts.map(({ vectors }) => vectors.length)).toEqual(Array(40).fill(4 * dimensions))
  expect(await countToEmbed('model')).toBe(0)
})

test('a text that the model does not take holds up no other, and is found by its words', async () => {
  const odd = await put('Boats that are odd')
  await put('Boats')
  const picky = async (texts: readonly string[]) => {
    if (texts[0]?.includes('odd')) throw new TextRefused('too long')
    return embed(texts)
  }
  expect(await embedPapers({ ...all, embed: picky })).toBe('2 papers embedded')
  expect(await db.select().from(searchGists)).toHaveLength(1)
  expect(await embedPapers(all)).toBe('')
  expect((await idsOf('odd')).ids).toContain(odd)
})

test('a paper that is removed is not found by its meaning', async () => {
  const id = await put('Boats')
  await embedPapers(all)
  await db.delete(papers).where(eq(papers.id, id))
  expect((await idsOf('water')).ids).toEqual([])
  expect(await db.select().from(searchParts)).toEqual([])
})

test('words that no paper has find what is near in meaning, and nothing where nothing is', async () => {
  const boat = await put('Boats')
  await put('Wind and Kites')
  await embedPapers(all)
  expect((await idsOf('zqxv')).ids).toEqual([boat])
  await db.delete(papers).where(eq(papers.id, boat))
  expect((await idsOf('zqxv')).ids).toEqual([])
})

test('conditions hold for what is found by meaning', async () => {
  const one = await put('Boats')
  await put('More boats')
  await embedPapers(all)
  await db.update(papers).set({ upvotes: 5 }).where(eq(papers.id, one))
  expect((await idsOf('water votes:>4')).ids).toEqual([one])
  expect((await idsOf('water -more')).ids).toEqual([one])
})
