import { and, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { papers, searchPapers } from '@/db/schema'
import { wordsQuery } from '@/db/search'
import { fold } from '@/lib/fold'
import type { VectorShelf } from '@/lib/nearest'
import { matchAny } from '@/lib/search-match'
import { sharedWords, type Terms, termsOf } from '@/lib/similar-words'

/** Papers that are about something similar, the most similar first, and by what they were found. */
export type SimilarIds = { by: 'meaning' | 'words'; papers: SimilarId[] }

/** `words` are the rarest that both have; `likeness` is the cosine of their vectors, null by words. */
export type SimilarId = { id: string; words: string[]; likeness: number | null }

/**
 * Papers that are about something similar. By words where the paper, or all others, have no vector.
 * @param shelf what papers mean; null where only words are known
 */
export async function listSimilar(id: string, shelf: VectorShelf | null, most: number): Promise<SimilarIds> {
  const [paper] = await entriesQuery(eq(papers.id, id))
  if (!paper) return { by: 'words', papers: [] }
  const terms = termsOf(paper)
  const papersWith = await countPapersWith([...terms.keys()])
  // Numbers are given one by one: the last is how many there are, or nearly.
  const [{ total } = { total: 0 }] = await db
    .select({ total: sql<number>`coalesce(${max(searchPapers.number)}, 0)` })
    .from(searchPapers)
  const vector = shelf?.of(paper.number) ?? null
  const near = shelf && vector ? nearest(shelf, vector, most) : null
  const found = near ?? (await withWords(terms, papersWith, most))
  const byNumber = new Map((await listEntries(found.map(({ number }) => number))).map((row) => [row.number, row]))
  // The same paper may stand here twice, once by its id at arXiv and once by one of the site's own.
  const seen = new Set([fold(paper.title)])
  const similar: SimilarId[] = []
  for (const { number, likeness } of found) {
    const other = byNumber.get(number)
    const title = fold(other?.title ?? '')
    if (!other || other.id === id || seen.has(title)) continue
    seen.add(title)
    similar.push({ id: other.id, words: sharedWords(terms, termsOf(other), { papersWith, total }), likeness })
  }
  return { by: near ? 'meaning' : 'words', papers: similar.slice(0, most) }
}

/** The statement, for the test that reads its plan. */
export function entriesQuery(which: ReturnType<typeof eq>) {
  return db
    .select({ number: searchPapers.number, id: papers.id, title: papers.title, abstract: papers.abstract })
    .from(papers)
    .innerJoin(searchPapers, eq(searchPapers.paperId, papers.id))
    .where(which)
}

type Found = { number: number; likeness: number | null }

// Beside those that are shown: the paper itself, withdrawn ones, and the same ones again.
const spare = 10
// What is farther away has nothing to do with it.
const strange = 0.3
// Of words, the rarest; more cost time and tell little.
const mostWords = 12

function nearest(shelf: VectorShelf, vector: Int8Array, most: number): Found[] {
  return shelf
    .nearest(vector, most + spare)
    .filter(({ cosine }) => cosine >= strange)
    .map(({ number, cosine }) => ({ number, likeness: Math.round(cosine * 1_000) / 1_000 }))
}

/** Papers with the rarest of its words, those that have the most of them first. */
async function withWords(terms: Terms, papersWith: ReadonlyMap<string, number>, most: number): Promise<Found[]> {
  const rarest = [...terms]
    // What one paper alone has leads to no other.
    .filter(([term]) => (papersWith.get(term) ?? 0) > 1)
    .sort(([a], [b]) => (papersWith.get(a) ?? 0) - (papersWith.get(b) ?? 0))
    .slice(0, mostWords)
    .map(([, { word }]) => word)
  if (rarest.length === 0) return []
  const free = { required: [], excluded: [], where: undefined }
  const rows = await db.all<{ number: number }>(wordsQuery(matchAny(rarest), free, most + spare))
  return rows.map(({ number }) => ({ number, likeness: null }))
}

async function countPapersWith(terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map()
  const rows = await db.all<{ term: string; papers: number }>(
    sql`select term, doc as papers from search_terms where term in (${sql.join([...terms], sql`, `)})`,
  )
  return new Map(rows.map(({ term, papers }) => [term, papers]))
}

async function listEntries(numbers: readonly number[]) {
  if (numbers.length === 0) return []
  const isThere = and(inArray(searchPapers.number, [...numbers]), isNull(papers.withdrawnAt))
  return isThere ? entriesQuery(isThere) : []
}
