import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, lte, max, min, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction } from '@/db/client'
import { listedColumns } from '@/db/papers'
import { journal, papers, users, voteHours } from '@/db/schema'
import { type Order, orderKeys } from '@/lib/order'

/* The statements behind db/listings.ts, apart from it so that a test can read their plans. */

/** Whose papers a list holds: those of a day 'YYYY-MM-DD', an ISO week 'YYYY-Www' or a month 'YYYY-MM'. */
export type Scope = { of: 'day' | 'week' | 'month'; value: string }

type Paging = { page: number; pageSize: number }

/**
 * A page's papers and one more. The index of the scope holds all that any order is made of, so the wide rows are read
 * for this page alone; they come unsorted.
 */
export function pageQuery(scope: Scope, { order, page, pageSize }: Paging & { order: Order }) {
  const ids = db
    .select({ id: papers.id })
    .from(papers)
    .where(eq(papers[scope.of], scope.value))
    .orderBy(...keysOf(order))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
  return selectListed().where(inArray(papers.id, ids))
}

export function totalsQuery(scope: Scope) {
  return db
    .select({
      papers: sql<number>`count(*)`,
      upvotes: sql<number>`coalesce(sum(${papers.upvotes}), 0)`,
      comments: sql<number>`coalesce(sum(${papers.comments}), 0)`,
    })
    .from(papers)
    .where(eq(papers[scope.of], scope.value))
}

export function trendingQuery({ page, pageSize }: Paging) {
  const ids = db
    .select({ id: papers.id })
    .from(papers)
    .where(and(isNotNull(papers.day), isNotNull(papers.heat)))
    .orderBy(desc(papers.heat), asc(papers.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
  return selectListed().where(inArray(papers.id, ids))
}

export function recentVotesQuery(ids: readonly string[], sinceHour: number) {
  return db
    .select({ id: voteHours.paperId, votes: sql<number>`sum(${voteHours.votes})` })
    .from(voteHours)
    .where(and(inArray(voteHours.paperId, [...ids]), gte(voteHours.hour, sinceHour)))
    .groupBy(voteHours.paperId)
}

export function newestDayQuery() {
  return db.select({ day: max(papers.day) }).from(papers)
}

export function neighbourQueries({ of, value }: Scope) {
  const column = papers[of]
  return {
    previous: db
      .select({ value: max(column) })
      .from(papers)
      .where(lt(column, value)),
    next: db
      .select({ value: min(column) })
      .from(papers)
      .where(gt(column, value)),
  }
}

export function dayCountsQuery(from: string, to: string) {
  return db
    .select({ day: papers.day, papers: sql<number>`count(*)` })
    .from(papers)
    .where(and(gte(papers.day, from), lte(papers.day, to)))
    .groupBy(papers.day)
    .orderBy(papers.day)
}

/** Steps from month to month through the index, instead of reading every paper to find a few dozen months. */
export function monthsQuery(): SQL {
  return sql`
    with recursive found(month) as (
      select min(month) from ${papers} where month is not null
      union all
      select (select min(month) from ${papers} where month > found.month) from found where found.month is not null
    )
    select month from found where month is not null`
}

export function ranksQuery(scope: Scope, ids: readonly string[]) {
  const place = sql<number>`row_number() over (order by ${sql.join(keysOf('top'), sql`, `)})`.as('place')
  const ranked = db.select({ id: papers.id, place }).from(papers).where(eq(papers[scope.of], scope.value)).as('ranked')
  return db
    .select({ id: ranked.id, rank: ranked.place })
    .from(ranked)
    .where(inArray(ranked.id, [...ids]))
}

/** The latest time that a moderator took this paper off its day. Walks those rows alone: they are few. */
export function lastUnlistingQuery(from: typeof db | Transaction, paperId: string) {
  return from
    .select({ data: journal.data })
    .from(journal)
    .where(and(eq(journal.kind, 'unlisted'), eq(journal.paperId, paperId)))
    .orderBy(desc(journal.id))
    .limit(1)
}

function selectListed() {
  return db.select(listedColumns).from(papers).leftJoin(users, eq(users.id, papers.submitterId))
}

function keysOf(order: Order): SQL[] {
  return orderKeys[order].map(({ by, descending }) => (descending ? desc(papers[by]) : asc(papers[by])))
}
