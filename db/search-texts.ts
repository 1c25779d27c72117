import { eq, inArray } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { db } from '@/db/client'
import { papers, searchPapers, searchParts } from '@/db/schema'
import { bytesOf } from '@/db/search-gists'
import type { Lexicon } from '@/lib/lexicon'
import type { Candidate } from '@/lib/search-rank'

type ReadText = { revision: number; words: Int32Array }

/* To read 160 abstracts takes longer than all the rest of a search: what was read is known until it is revised. */
const known = new WeakMap<Lexicon, LRUCache<number, ReadText>>()
// Some 600 bytes each.
const mostKnown = 50_000

/**
 * What ranking wants to know of papers, by their numbers in the index.
 * @param shareOf tells of a text, as the lexicon read it, how much of what was looked for it holds
 */
export async function listCandidates(
  numbers: readonly number[],
  lexicon: Lexicon,
  shareOf: (text: Int32Array) => number,
): Promise<Candidate[]> {
  if (numbers.length === 0) return []
  const rows = await partsQuery(numbers)
  const texts = textsOf(lexicon)
  const isKnown = (row: { number: number; revision: number }) => texts.get(row.number)?.revision === row.revision
  const unread = rows.filter((row) => !isKnown(row)).map(({ number }) => number)
  for (const { number, revision, title, abstract, authors } of unread.length > 0 ? await textsQuery(unread) : []) {
    const names = authors.map(({ name }) => name).join(' ')
    texts.set(number, { revision, words: lexicon.read(`${title} ${abstract ?? ''}`, names) })
  }
  return rows.map(({ number, parts }) => ({
    number,
    share: shareOf(texts.get(number)?.words ?? none),
    parts: parts && bytesOf(parts),
  }))
}

/** The statement, for the test that reads its plan. */
export function partsQuery(numbers: readonly number[]) {
  return db
    .select({ number: searchPapers.number, revision: searchPapers.revision, parts: searchParts.vectors })
    .from(searchPapers)
    .leftJoin(searchParts, eq(searchParts.number, searchPapers.number))
    .where(inArray(searchPapers.number, [...numbers]))
}

/** The statement, for the test that reads its plan. */
export function textsQuery(numbers: readonly number[]) {
  return db
    .select({
      id: papers.id,
      number: searchPapers.number,
      revision: searchPapers.revision,
      title: papers.title,
      abstract: papers.abstract,
      authors: papers.authors,
    })
    .from(searchPapers)
    .innerJoin(papers, eq(papers.id, searchPapers.paperId))
    .where(inArray(searchPapers.number, [...numbers]))
}

const none = new Int32Array(0)

function textsOf(lexicon: Lexicon): LRUCache<number, ReadText> {
  const texts = known.get(lexicon) ?? new LRUCache({ max: mostKnown })
  known.set(lexicon, texts)
  return texts
}
