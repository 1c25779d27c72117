import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { listedColumns, submitterOf } from '@/db/papers'
import { searchPapers as entries, papers, users } from '@/db/schema'
import { type Conditions, conditionsOf } from '@/db/search-conditions'
import type { PoolPaper, SearchPage, SuggestedTitle } from '@/db/types'
import { matchAll, matchAny, matchTyped, matchWith } from '@/lib/search-match'
import { titleKeyOf } from '@/lib/search-names'
import { type SearchQuery, type SearchSort, wordsOf } from '@/lib/search-query'
import { tellingWords, termOf } from '@/lib/search-words'

export type SearchAsked = { query: SearchQuery; sort: SearchSort; page: number; pageSize: number }

/** So many are found at most; who wants others adds a word or a condition. */
export const mostFound = 1_000
// Of words, the rarest; more cost time and tell little.
const mostWords = 12
const mostByWords = 500
// Beside papers with all the words, so many that fit best.
const mostByRank = 100

/**
 * Papers that are found, those that fit best first unless another order is asked for. Without plain words all papers
 * that meet the conditions are found, the newest first.
 */
export async function searchPapers({ query, sort, page, pageSize }: SearchAsked): Promise<SearchPage> {
  const conditions = conditionsOf(query)
  const found = query.words.length > 0 ? await findByWords(query, conditions) : await findByConditions(conditions)
  const ordered = await inOrder(found.numbers, query.words.length === 0 && sort === 'relevance' ? 'date' : sort)
  const from = (page - 1) * pageSize
  return {
    papers: await listFound(ordered.slice(from, from + pageSize)),
    total: found.numbers.length,
    isMore: found.isMore,
    page,
    hasMore: ordered.length > from + pageSize,
    by: 'words',
  }
}

/** Titles that begin as somebody types, or hold the words, the last of them as far as it goes. */
export async function suggestTitles(typed: string, most = 8): Promise<SuggestedTitle[]> {
  const words = wordsOf(typed).slice(0, mostWords)
  if (words.length === 0) return []
  const key = titleKeyOf(words.join(''))
  const begins = key.length < 2 ? [] : await beginsQuery(key, most)
  const holds = begins.length < most ? await db.all<SuggestedTitle>(holdsQuery(words, most)) : []
  const byId = new Map([...begins, ...holds].map((paper) => [paper.id, paper]))
  return [...byId.values()].slice(0, most)
}

/** The statement, for the test that reads its plan. */
export function beginsQuery(key: string, most: number) {
  return db
    .select({ id: papers.id, title: papers.title })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(and(gte(entries.titleKey, key), lt(entries.titleKey, `${key}\u{10ffff}`)))
    .orderBy(desc(papers.upvotes), asc(entries.titleKey))
    .limit(most)
}

/** The statement, for the test that reads its plan. */
export function holdsQuery(words: readonly string[], most: number): SQL {
  return sql`
    select papers.id, papers.title
    from (select rowid as number from search_words where search_words match ${matchTyped(words)} order by rank limit ${most}) as found
    join search_papers on search_papers.number = found.number
    join papers on papers.id = search_papers.paper_id`
}

type Ranked = { number: number; score: number }
type Found = { numbers: number[]; isMore: boolean }

async function findByWords(query: SearchQuery, conditions: Conditions): Promise<Found> {
  const words = await rarest(tellingWords(query.words))
  if (words.length === 0) return { numbers: [], isMore: false }
  const pinned = await listPinned(query, conditions)
  const any = await listWith(matchAny(words), conditions, words.length > 1 ? mostByWords : mostFound)
  const all = words.length > 1 ? await listWith(matchAll(words), conditions, mostFound) : any
  const hasAll = new Set(all.map(({ number }) => number))
  const best = any.filter(({ number }, i) => i < mostByRank || hasAll.has(number))
  const numbers = new Set([...pinned, ...[...best, ...all].map(({ number }) => number)])
  return { numbers: [...numbers].slice(0, mostFound), isMore: all.length >= mostFound }
}

/** Papers with one of the words, the best first by BM25. */
function listWith(words: string, conditions: Conditions, most: number): Promise<Ranked[]> {
  return db.all<Ranked>(wordsQuery(words, conditions, most))
}

/** The statement, for the test that reads its plan. */
export function wordsQuery(words: string, { required, excluded, where }: Conditions, most: number): SQL {
  const rank = sql`search_words.rowid as number, -bm25(search_words, 2, 1, 1, 0) as score`
  const match = sql`search_words match ${matchWith(words, required, excluded)}`
  if (!where) return sql`select ${rank} from search_words where ${match} order by score desc limit ${most}`
  return sql`
    select ${rank}
    from search_words
    join search_papers on search_papers.number = search_words.rowid
    join papers on papers.id = search_papers.paper_id
    where ${match} and ${where}
    order by score desc limit ${most}`
}

/** Papers whose title, or whose name before the colon, is just what was typed. */
async function listPinned(query: SearchQuery, conditions: Conditions): Promise<number[]> {
  const key = titleKeyOf(query.text)
  if (key === '') return []
  return numbersOf(or(eq(entries.titleKey, key), eq(entries.nameKey, key)), conditions, mostPinned)
}

const mostPinned = 20

async function findByConditions(conditions: Conditions): Promise<Found> {
  const numbers = await numbersOf(undefined, conditions, mostFound + 1)
  return { numbers: numbers.slice(0, mostFound), isMore: numbers.length > mostFound }
}

async function numbersOf(
  which: SQL | undefined,
  { required, excluded, where }: Conditions,
  most: number,
): Promise<number[]> {
  const rows = await db
    .select({ number: entries.number })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(and(which, where, ...required.map(hasWords), ...excluded.map((match) => sql`not ${hasWords(match)}`)))
    .orderBy(desc(papers.publishedAt), asc(papers.id))
    .limit(most)
  return rows.map(({ number }) => number)
}

function hasWords(match: string): SQL {
  return sql`${entries.number} in (select rowid from search_words where search_words match ${match})`
}

/** So many words, those that the fewest papers have. */
async function rarest(words: readonly string[]): Promise<string[]> {
  if (words.length <= mostWords) return [...words]
  const terms = [...new Set(words.map(termOf))]
  const rows = await db.all<{ term: string; doc: number }>(
    sql`select term, doc from search_terms where term in (${sql.join(terms, sql`, `)})`,
  )
  const papersWith = new Map(rows.map(({ term, doc }) => [term, doc]))
  const known = words.map((word) => ({ word, papers: papersWith.get(termOf(word)) ?? 0 }))
  return known
    .filter(({ papers }) => papers > 0)
    .sort((a, b) => a.papers - b.papers)
    .slice(0, mostWords)
    .map(({ word }) => word)
}

async function inOrder(numbers: readonly number[], sort: SearchSort): Promise<number[]> {
  if (sort === 'relevance' || numbers.length === 0) return [...numbers]
  const rows = await db
    .select({ number: entries.number })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(inArray(entries.number, [...numbers]))
    .orderBy(sort === 'votes' ? desc(papers.upvotes) : desc(papers.publishedAt), asc(papers.id))
  return rows.map(({ number }) => number)
}

async function listFound(numbers: readonly number[]): Promise<PoolPaper[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .select({ ...listedColumns, number: entries.number })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(inArray(entries.number, [...numbers]))
  const byNumber = new Map(
    rows.map(({ number, memberName, submitterName, ...paper }) => [
      number,
      { ...paper, submitter: submitterOf({ memberName, submitterName }) },
    ]),
  )
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}
