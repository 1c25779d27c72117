import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { listPapers as listRanked, listTrending } from '@/db/listings'
import { getPapers } from '@/db/papers'
import { searchPapers as entries, listPapers, papers } from '@/db/schema'
import { searchPapers } from '@/db/search'
import { namedQuery } from '@/db/search-people'
import type { Paper } from '@/db/types'
import { foldName, turned } from '@/lib/author-names'
import { matchOf } from '@/lib/search-match'
import { type SearchQuery, wordsOf } from '@/lib/search-query'

/* What feeds tell of papers. Those that moderators took off their day are in none. */

type Paging = { page: number; pageSize: number }

/** A page of a feed's papers; `total` of the whole feed, null where it takes long to count. */
export type FedPapers = { papers: Paper[]; total: number | null; hasMore: boolean }

/** Papers on the list: the newest day first, and of a day those that came last. */
export async function listFedNewest(paging: Paging): Promise<FedPapers> {
  const [ids, [all]] = await Promise.all([newestQuery(paging), newestCountQuery()])
  return counted(await wholePapers(ids), all?.papers ?? 0, paging)
}

/** The same of a category, or of an archive and its categories; of one that most papers are in, the newest 1,000. */
export async function listFedCategory(category: string, paging: Paging): Promise<FedPapers> {
  const numbers = await db.all<{ number: number }>(namedCategoryQuery(category))
  if (numbers.length <= mostOfRare) {
    const ids = await rareQuery(
      category,
      numbers.map(({ number }) => number),
    )
    return counted(await wholePapers(pageOf(ids, paging)), ids.length, paging)
  }
  const { page, pageSize } = paging
  if (page * pageSize > mostOfFrequent) return { papers: [], total: null, hasMore: false }
  const ids = await db.all<{ id: string }>(frequentQuery(category, paging))
  const isLast = (page + 1) * pageSize > mostOfFrequent
  return { papers: await wholePapers(ids.slice(0, pageSize)), total: null, hasMore: ids.length > pageSize && !isLast }
}

/** Papers of a day, in its order. */
export async function listFedDay(day: string, paging: Paging): Promise<FedPapers> {
  const { papers, totals } = await listRanked({ of: 'day', value: day }, { order: 'top', ...paging })
  return counted(await wholePapers(papers), totals.papers, paging)
}

/** Papers by heat. */
export async function listFedTrending(paging: Paging): Promise<FedPapers> {
  const [{ papers }, [all]] = await Promise.all([listTrending(paging), warmCountQuery()])
  return counted(await wholePapers(papers), all?.papers ?? 0, paging)
}

/** What a search finds, the newest published first: what a feed has to tell is what came last. */
export async function listFedFound(query: SearchQuery, paging: Paging): Promise<FedPapers> {
  const { papers, total } = await searchPapers({ query, sort: 'date', ...paging })
  const shown = await shownQuery(papers.map(({ id }) => id))
  const isShown = new Set(shown.map(({ id }) => id))
  return counted(
    papers.filter(({ id }) => isShown.has(id)),
    total,
    paging,
  )
}

/** Papers of an author, written as in lib/author-names.ts it counts as the same; the newest published first. */
export async function listFedAuthor(name: string, paging: Paging): Promise<FedPapers> {
  const words = wordsOf(name)
  const key = foldName(name)
  const candidates = words.length === 0 ? [] : await authorQuery(words)
  const theirs = candidates.filter(({ authors }) => authors.some((author) => foldName(author.name) === key))
  return counted(await wholePapers(pageOf(theirs, paging)), theirs.length, paging)
}

/** Papers of a reading list with the time they were put there, the last first. Whether it is public is for the caller. */
export async function listFedList(listId: string, paging: Paging) {
  const [rows, [all]] = await Promise.all([fedListQuery(listId, paging), fedListCountQuery(listId)])
  const addedAt = new Map(rows.map((row) => [row.id, row.addedAt]))
  const found = await wholePapers(rows)
  const added = found.map((paper) => ({ paper, addedAt: addedAt.get(paper.id) ?? 0 }))
  const total = all?.papers ?? 0
  return { papers: added, total, hasMore: total > paging.page * paging.pageSize }
}

// The papers that came last with all words of a name: the most frequent whole names are on fewer.
const mostNamed = 2_000
// So many papers are sorted at once; where a category has more, the walk from the newest day soon has found a page.
const mostOfRare = 5_000
// And that walk ends somewhere.
const mostOfFrequent = 1_000

/* The statements, for the test that reads their plans. */

export function newestQuery({ page, pageSize }: Paging) {
  return db
    .select({ id: papers.id })
    .from(papers)
    .where(isNotNull(papers.day))
    .orderBy(desc(papers.day), desc(papers.submittedAt), papers.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
}

export function newestCountQuery() {
  return db.select({ papers: count() }).from(papers).where(isNotNull(papers.day))
}

/** Papers that name the words of a category, by the index of words: those of the category, and few others. */
export function namedCategoryQuery(category: string) {
  const match = matchOf({ kind: 'category', value: category })
  return sql`select rowid as number from search_words where search_words match ${match} limit ${mostOfRare + 1}`
}

export function rareQuery(category: string, numbers: readonly number[]) {
  return db
    .select({ id: papers.id })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(and(inArray(entries.number, [...numbers]), isNotNull(papers.day), inCategory(category)))
    .orderBy(desc(papers.day), desc(papers.submittedAt), papers.id)
}

/** Told to walk along the index: the planner would rather sort all papers than look each of them up. */
export function frequentQuery(category: string, { page, pageSize }: Paging) {
  return sql`
    select ${papers.id} from ${papers} indexed by papers_day_top
    where ${papers.day} is not null and ${inCategory(category)}
    order by ${papers.day} desc, ${papers.submittedAt} desc, ${papers.id}
    limit ${pageSize + 1} offset ${(page - 1) * pageSize}`
}

export function warmCountQuery() {
  return db
    .select({ papers: count() })
    .from(papers)
    .where(and(isNotNull(papers.day), isNotNull(papers.heat)))
}

export function authorQuery(words: readonly string[]) {
  return namedQuery(turned(words), { required: [], excluded: [], where: isNull(papers.unlistedAt) }, mostNamed)
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
function inCategory(category: string): SQL {
  const isIt = sql`found.value = ${category} collate nocase or found.value like ${`${category}.%`}`
  return sql`exists (select 1 from json_each(${papers.categories}) as found where ${isIt})`
}

function counted(papers: Paper[], total: number, { page, pageSize }: Paging): FedPapers {
  return { papers, total, hasMore: total > page * pageSize }
}

function pageOf<T>(all: readonly T[], { page, pageSize }: Paging): T[] {
  return all.slice((page - 1) * pageSize, page * pageSize)
}

function wholePapers(rows: readonly { id: string }[]): Promise<Paper[]> {
  return getPapers(rows.map(({ id }) => id))
}
