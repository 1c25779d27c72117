import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { listPapers as listRanked, listTrending } from '@/db/listings'
import { getPapers } from '@/db/papers'
import { searchPapers as entries, listPapers, papers } from '@/db/schema'
import { searchPapers } from '@/db/search'
import type { Paper } from '@/db/types'
import { foldName } from '@/lib/author-names'
import { matchAll } from '@/lib/search-match'
import { type SearchQuery, wordsOf } from '@/lib/search-query'

/* What feeds tell of papers. Those that moderators took off their day are in none. */

type Paging = { page: number; pageSize: number }

/** A page of a feed's papers; `total` of the whole feed. */
export type FedPapers = { papers: Paper[]; total: number }

/** Papers on the list, of a category or of all: the newest day first, and of a day those that came last. */
export async function listFedNewest(category: string | null, paging: Paging): Promise<FedPapers> {
  const [ids, [all]] = await Promise.all([newestQuery(category, paging), newestCountQuery(category)])
  return { papers: await inOrder(ids), total: all?.papers ?? 0 }
}

/** Papers of a day, in its order. */
export async function listFedDay(day: string, paging: Paging): Promise<FedPapers> {
  const { papers, totals } = await listRanked({ of: 'day', value: day }, { order: 'top', ...paging })
  return { papers: await inOrder(papers), total: totals.papers }
}

/** Papers by heat. */
export async function listFedTrending(paging: Paging): Promise<FedPapers> {
  const [{ papers }, [all]] = await Promise.all([listTrending(paging), warmCountQuery()])
  return { papers: await inOrder(papers), total: all?.papers ?? 0 }
}

/** What a search finds, the newest published first: what a feed has to tell is what came last. */
export async function listFedFound(query: SearchQuery, paging: Paging): Promise<FedPapers> {
  const { papers, total } = await searchPapers({ query, sort: 'date', ...paging })
  const shown = await shownQuery(papers.map(({ id }) => id))
  const isShown = new Set(shown.map(({ id }) => id))
  return { papers: await inOrder(papers.filter(({ id }) => isShown.has(id))), total }
}

/** Papers of an author, written as in lib/author-names.ts it counts as the same; the newest published first. */
export async function listFedAuthor(name: string, { page, pageSize }: Paging): Promise<FedPapers> {
  const words = wordsOf(name)
  const key = foldName(name)
  const candidates = words.length === 0 ? [] : await authorQuery(words)
  const theirs = candidates.filter(({ authors }) => authors.some((author) => foldName(author.name) === key))
  return {
    papers: await inOrder(theirs.slice((page - 1) * pageSize, page * pageSize)),
    total: theirs.length,
  }
}

/** Papers of a reading list with the time they were put there, the last first. Whether it is public is for the caller. */
export async function listFedList(listId: string, paging: Paging) {
  const [rows, [all]] = await Promise.all([fedListQuery(listId, paging), fedListCountQuery(listId)])
  const addedAt = new Map(rows.map((row) => [row.id, row.addedAt]))
  const found = await inOrder(rows)
  return { papers: found.map((paper) => ({ paper, addedAt: addedAt.get(paper.id) ?? 0 })), total: all?.papers ?? 0 }
}

// People of one name have written no more than this; the most frequent names of the archives are below it.
const mostOfAuthor = 1_000

/* The statements, for the test that reads their plans. */

export function newestQuery(category: string | null, { page, pageSize }: Paging) {
  return db
    .select({ id: papers.id })
    .from(papers)
    .where(and(isNotNull(papers.day), inCategory(category)))
    .orderBy(desc(papers.day), desc(papers.submittedAt), papers.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
}

export function newestCountQuery(category: string | null) {
  return db
    .select({ papers: count() })
    .from(papers)
    .where(and(isNotNull(papers.day), inCategory(category)))
}

export function warmCountQuery() {
  return db
    .select({ papers: count() })
    .from(papers)
    .where(and(isNotNull(papers.day), isNotNull(papers.heat)))
}

export function authorQuery(words: readonly string[]) {
  const named = sql`(select rowid from search_words where search_words match ${`authors : (${matchAll(words)})`})`
  return db
    .select({ id: papers.id, authors: papers.authors })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(and(sql`${entries.number} in ${named}`, isNull(papers.unlistedAt)))
    .orderBy(desc(papers.publishedAt), papers.id)
    .limit(mostOfAuthor)
}

export function fedListQuery(listId: string, { page, pageSize }: Paging) {
  return db
    .select({ id: papers.id, addedAt: listPapers.addedAt })
    .from(listPapers)
    .innerJoin(papers, eq(papers.id, listPapers.paperId))
    .where(and(eq(listPapers.listId, listId), isNull(papers.unlistedAt)))
    .orderBy(desc(listPapers.addedAt), papers.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
}

export function fedListCountQuery(listId: string) {
  return db
    .select({ papers: count() })
    .from(listPapers)
    .innerJoin(papers, eq(papers.id, listPapers.paperId))
    .where(and(eq(listPapers.listId, listId), isNull(papers.unlistedAt)))
}

function shownQuery(ids: readonly string[]) {
  return db
    .select({ id: papers.id })
    .from(papers)
    .where(and(inArray(papers.id, [...ids]), isNull(papers.unlistedAt)))
}

/** A category, or one of an archive: math holds math.ST. */
function inCategory(category: string | null): SQL | undefined {
  if (category === null) return undefined
  const isIt = sql`found.value = ${category} collate nocase or found.value like ${`${category}.%`}`
  return sql`exists (select 1 from json_each(${papers.categories}) as found where ${isIt})`
}

async function inOrder(rows: readonly { id: string }[]): Promise<Paper[]> {
  const found = new Map((await getPapers(rows.map(({ id }) => id))).map((paper) => [paper.id, paper]))
  return rows.flatMap(({ id }) => found.get(id) ?? [])
}
