import { and, asc, desc, eq, inArray, max, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { getPapers } from '@/db/papers'
import { searchPapers as entries, papers } from '@/db/schema'
import { type Conditions, conditionsOf } from '@/db/search-conditions'
import { listByPerson } from '@/db/search-people'
import { countPapersWith } from '@/db/search-terms'
import { listCandidates } from '@/db/search-texts'
import type { Paper, SearchPage } from '@/db/types'
import type { Lexicon, WeighedWord } from '@/lib/lexicon'
import type { VectorShelf } from '@/lib/nearest'
import { matchAll, matchAny, matchWith } from '@/lib/search-match'
import { titleKeyOf } from '@/lib/search-names'
import type { SearchQuery, SearchSort } from '@/lib/search-query'
import { type Candidate, scoresOf, weightOf } from '@/lib/search-rank'
import { tellingWords, termOf } from '@/lib/search-words'

export type SearchAsked = { query: SearchQuery; sort: SearchSort; page: number; pageSize: number }

/** What was typed as a vector, what words mean, and what papers do. */
export type Meaning = { vector: Int8Array; lexicon: Lexicon; shelf: VectorShelf }

/** The meaning is waited for, null where only words are known; what needs but the lexicon is done meanwhile. */
export type MeaningToCome = { whole: Promise<Meaning | null>; lexicon: Lexicon | null }

/** So many are found at most; who wants others adds a word or a condition. */
export const mostFound = 1_000
// Of words, the rarest; more cost time and tell little.
const mostWords = 12
// So many by words and as many by meaning are compared; more made no first page better.
const mostCompared = 80
// Of the index of words, where a common one has an entry for each third paper: this share of the papers, and among few
// papers so many.
const entriesShare = 0.2
const fewestEntries = 6_000
// Beyond these, some of the words alone are no reason to show a paper.
const mostByWords = 200
// Beside papers with all the words, so many that fit best.
const mostByRank = 100

/**
 * Papers that are found, those that fit best first unless another order is asked for. Without plain words all papers
 * that meet the conditions are found, the newest first.
 */
export async function searchPapers(
  { query, sort, page, pageSize }: SearchAsked,
  meaning: MeaningToCome = { whole: Promise.resolve(null), lexicon: null },
): Promise<SearchPage> {
  const conditions = conditionsOf(query)
  const isRanked = query.words.length > 0
  const found = isRanked ? await findRanked(query, conditions, meaning) : await findByConditions(conditions)
  const ordered = await inOrder(found.numbers, !isRanked && sort === 'relevance' ? 'date' : sort)
  const from = (page - 1) * pageSize
  return {
    papers: await listFound(ordered.slice(from, from + pageSize)),
    total: found.numbers.length,
    isMore: found.isMore,
    page,
    hasMore: ordered.length > from + pageSize,
    by: isRanked && (await meaning.whole) ? 'words and meaning' : 'words',
  }
}

type Ranked = { number: number; score: number }
type Found = { numbers: number[]; isMore: boolean }

async function findRanked(query: SearchQuery, conditions: Conditions, meaning: MeaningToCome): Promise<Found> {
  const counted = await weighed(tellingWords(query.words))
  const { words } = counted
  const looked = words.map(({ word }) => word)
  const pinned = [...(await listPinned(query, conditions)), ...(await listByPerson(query.text, conditions))]
  const most = looked.length > 1 ? mostByWords : mostFound
  const rare = rarest(counted)
  const any = rare.length > 0 ? await listWith(matchAny(rare), conditions, most) : []
  const all = looked.length > 1 ? await listWith(matchAll(looked), conditions, mostFound) : any
  const byWords = any.map(({ number }) => number)
  const ahead = meaning.lexicon && (await readAhead(byWords, words, meaning.lexicon))
  const known = await meaning.whole
  const read = known && (ahead?.lexicon === known.lexicon ? ahead : await readAhead(byWords, words, known.lexicon))
  const ranked = read ? await rankByMeaning(read, byWords, known, conditions) : byWords
  const hasAll = new Set(all.map(({ number }) => number))
  const best = ranked.filter((number, i) => i < mostByRank || hasAll.has(number))
  const numbers = new Set([...pinned, ...best, ...hasAll])
  const isMore = all.length >= mostFound || best.length < ranked.length
  return { numbers: [...numbers].slice(0, mostFound), isMore }
}

type ReadAhead = { lexicon: Lexicon; shareOf: (text: Int32Array) => number; candidates: Candidate[] }

/** All of ranking that can be done before the meaning is known: the best by words, and how much of the words they hold. */
async function readAhead(
  byWords: readonly number[],
  words: readonly WeighedWord[],
  lexicon: Lexicon,
): Promise<ReadAhead> {
  const shareOf = lexicon.shareReader(words)
  return { lexicon, shareOf, candidates: await listCandidates(byWords.slice(0, mostCompared), lexicon, shareOf) }
}

/** The best by words and the nearest by meaning, in the order of both; then the others that words found. */
async function rankByMeaning(
  { lexicon, shareOf, candidates: best }: ReadAhead,
  byWords: readonly number[],
  { vector, shelf }: Meaning,
  conditions: Conditions,
): Promise<number[]> {
  const isRead = new Set(best.map(({ number }) => number))
  const least = byWords.length > 0 ? strange : strangeAlone
  const near = await listNearest(shelf, { vector, least }, conditions)
  const nearest = near.filter((number) => !isRead.has(number))
  const candidates = [...best, ...(await listCandidates(nearest, lexicon, shareOf))]
    // What the shelf does not hold was made by another model.
    .map((candidate) => (shelf.of(candidate.number) ? candidate : { ...candidate, parts: null }))
  const scores = scoresOf(candidates, vector)
  const ranked = candidates
    .map(({ number }, i) => ({ number, score: scores[i] ?? 0 }))
    .sort((a, b) => b.score - a.score || b.number - a.number)
  return [...ranked.map(({ number }) => number), ...byWords.slice(mostCompared)]
}

/** The nearest of those that meet the conditions. */
async function listNearest(
  shelf: VectorShelf,
  { vector, least }: { vector: Int8Array; least: number },
  conditions: Conditions,
): Promise<number[]> {
  const isFree = !conditions.where && conditions.required.length === 0 && conditions.excluded.length === 0
  const near = (most: number, among?: readonly number[]) =>
    shelf.nearest(vector, most, among).flatMap(({ number, cosine }) => (cosine < least ? [] : number))
  if (isFree) return near(mostCompared)
  const allowed = await numbersOf(undefined, conditions, mostAllowed)
  if (allowed.length < mostAllowed) return near(mostCompared, allowed)
  // So many meet the conditions that they are among the nearest too.
  const nearest = near(mostFound)
  const meets = new Set(await numbersOf(inArray(entries.number, nearest), conditions, mostFound))
  return nearest.filter((number) => meets.has(number)).slice(0, mostCompared)
}

const mostAllowed = 20_000
// What is farther away has nothing to do with it: of 128 papers that were looked for, one was.
const strange = 0.2
// Where no paper has any of the words, they may mean nothing: of two dozen without sense one came nearer than this, of 128
// queries that have one all but one did.
const strangeAlone = 0.32

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

type CountedWord = WeighedWord & { papers: number }
type Weighed = { words: CountedWord[]; papers: number }

/**
 * The words that few papers have, as many as are weighed in some 10 ms among 10,000 papers; one at least, if any paper
 * has one. The others would add papers that have little of what was typed.
 */
export function rarest({ words, papers }: Weighed): string[] {
  const mostEntries = Math.max(fewestEntries, entriesShare * papers)
  const [first, ...others] = words.filter(({ papers }) => papers > 0).sort((a, b) => a.papers - b.papers)
  const taken = first ? [first] : []
  let entries = first?.papers ?? 0
  for (const word of others) {
    entries += word.papers
    if (entries > mostEntries) break
    taken.push(word)
  }
  return taken.map(({ word }) => word)
}

/** What words tell, those that tell the most; of few words all, of many only those that some paper has. */
async function weighed(words: readonly string[]): Promise<Weighed> {
  const terms = [...new Set(words.map(termOf))]
  const papersWith = await countPapersWith(terms)
  // Numbers are given one by one: the last is how many there are, or nearly.
  const [last] = await db.select({ n: max(entries.number) }).from(entries)
  const count = last?.n ?? 0
  const all = words.map((word) => {
    const papers = papersWith.get(termOf(word)) ?? 0
    return { word, papers, weight: weightOf(papers, count) }
  })
  if (all.length <= mostWords) return { words: all, papers: count }
  const found = all.filter(({ papers }) => papers > 0).sort((a, b) => b.weight - a.weight)
  return { words: found.slice(0, mostWords), papers: count }
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

async function listFound(numbers: readonly number[]): Promise<Paper[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .select({ number: entries.number, id: entries.paperId })
    .from(entries)
    .where(inArray(entries.number, [...numbers]))
  const ids = new Map(rows.map(({ number, id }) => [number, id]))
  return getPapers(numbers.flatMap((number) => ids.get(number) ?? []))
}
