import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { papers, searchPapers } from '@/db/schema'
import { listSimilar } from '@/db/similar'
import { VectorShelf } from '@/lib/nearest'
import { quantised } from '@/lib/search-vectors'

let made = 0
async function put(title: string, abstract: string | null, more: Partial<typeof papers.$inferInsert> = {}) {
  made++
  const id = `2606.${String(made).padStart(5, '0')}`
  const facts = { authors: [{ name: 'Mira Sol' }], authorCount: 1, categories: ['cs.LG'] }
  const rest = { keywords: [], mediaUrls: [], publishedAt: Date.UTC(2026, 0, 1), createdAt: Date.UTC(2026, 5, 4) }
  await db.insert(papers).values({ id, title, abstract, ...facts, ...rest, ...more })
  return id
}

// A single number that is large does not fit into a byte.
const width = 32

async function shelfOf(vectors: Record<string, number[]>): Promise<VectorShelf> {
  const shelf = new VectorShelf(3 * width)
  for (const [id, vector] of Object.entries(vectors)) {
    const [row] = await db
      .select({ number: searchPapers.number })
      .from(searchPapers)
      .where(eq(searchPapers.paperId, id))
    shelf.put(row?.number ?? 0, quantised(vector.flatMap((value) => Array(width).fill(value))))
  }
  return shelf
}

beforeEach(async () => {
  made = 0
  await db.delete(papers)
})

test('the nearest by meaning come first, without the paper itself, the same one again and what is withdrawn', async () => {
  const paper = await put('Kites', 'Gliding kites over rivers.')
  const far = await put('Stones', 'Granite.')
  const near = await put('Birds', 'Birds that glided above a river.')
  const nearest = await put('Sails', 'A kite.')
  const again = await put('KITES', 'Gliding kites over rivers.')
  const gone = await put('Wings', 'A kite.', { withdrawnAt: 1 })
  const shelf = await shelfOf({
    [paper]: [1, 0, 0],
    [far]: [0, 0, 1],
    [near]: [1, 1, 0],
    [nearest]: [1, 0.2, 0],
    [again]: [1, 0, 0],
    [gone]: [1, 0.1, 0],
  })
  const similar = await listSimilar(paper, shelf, 5)
  expect(similar.by).toBe('meaning')
  expect(similar.papers.map(({ id }) => id)).toEqual([nearest, near])
  // As they are read in the paper itself, the rarest first, whatever their endings.
  expect(similar.papers[1]?.words).toEqual(['Gliding', 'rivers'])
  expect(similar.papers[0]?.likeness).toBeCloseTo(0.98, 1)
  expect((await listSimilar(paper, shelf, 1)).papers).toHaveLength(1)
})

test('while a paper has no vector, its rarest words lead to others', async () => {
  const paper = await put('Kites', 'Gliding kites, and we measure.')
  const other = await put('Birds', 'Birds glide, and we measure.')
  await put('Stones', 'Granite.')
  const expected = { by: 'words', papers: [{ id: other, words: ['Gliding', 'measure'], likeness: null }] }
  expect(await listSimilar(paper, null, 5)).toEqual(expected)
  expect(await listSimilar(paper, await shelfOf({ [other]: [1, 0, 0] }), 5)).toEqual(expected)
})

test('a paper that is like no other, or that is not there, has none', async () => {
  const paper = await put('结', null)
  expect(await listSimilar(paper, null, 5)).toEqual({ by: 'words', papers: [] })
  expect(await listSimilar('2606.99999', null, 5)).toEqual({ by: 'words', papers: [] })
})
