import { and, asc, desc, eq, gt, inArray, isNotNull, lt, max, min, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { listedColumns, submitterOf } from '@/db/papers'
import { papers, users } from '@/db/schema'
import type { CategoryCount, PoolPage } from '@/db/types'

type Asked = { category: string | null; page: number; pageSize: number }

/** One page of what arXiv announced on a day, of one category or of all: by votes, then as it came in there. */
export async function listPool(day: string, asked: Asked): Promise<PoolPage> {
  const rows = await poolQuery(day, asked)
  const [totals] = await poolTotalsQuery(day, asked.category)
  return {
    papers: rows.slice(0, asked.pageSize).map(({ memberName, submitterName, ...paper }) => ({
      ...paper,
      submitter: submitterOf({ memberName, submitterName }),
    })),
    total: totals?.papers ?? 0,
    page: asked.page,
    hasMore: rows.length > asked.pageSize,
  }
}

/** The newest day of the pool; null while it is empty. */
export async function getNewestPoolDay(): Promise<string | null> {
  const [row] = await newestPoolDayQuery()
  return row?.day ?? null
}

/** The nearest days of the pool. */
export async function poolNeighbours(day: string): Promise<{ previous: string | null; next: string | null }> {
  const { previous, next } = poolNeighbourQueries(day)
  const [[before], [after]] = await Promise.all([previous, next])
  return { previous: before?.day ?? null, next: after?.day ?? null }
}

/** How many papers of a day are in each category, those with the most first. A paper counts in each of its own. */
export function listPoolCategories(day: string): Promise<CategoryCount[]> {
  return db.all<CategoryCount>(poolCategoriesQuery(day))
}

/** The statement, for the test that reads its plan. */
export function poolQuery(day: string, { category, page, pageSize }: Asked) {
  const ids = db
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.announcedDay, day), inCategory(category)))
    .orderBy(desc(papers.upvotes), desc(papers.comments), asc(papers.publishedAt), asc(papers.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
  return db
    .select(listedColumns)
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(inArray(papers.id, ids))
    .orderBy(desc(papers.upvotes), desc(papers.comments), asc(papers.publishedAt), asc(papers.id))
}

/** The statement, for the test that reads its plan. */
export function poolTotalsQuery(day: string, category: string | null) {
  return db
    .select({ papers: sql<number>`count(*)` })
    .from(papers)
    .where(and(eq(papers.announcedDay, day), inCategory(category)))
}

/** The statement, for the test that reads its plan. */
export function newestPoolDayQuery() {
  return db
    .select({ day: max(papers.announcedDay) })
    .from(papers)
    .where(isNotNull(papers.announcedDay))
}

/** The statements, for the test that reads their plans. */
export function poolNeighbourQueries(day: string) {
  return {
    previous: db
      .select({ day: max(papers.announcedDay) })
      .from(papers)
      .where(lt(papers.announcedDay, day)),
    next: db
      .select({ day: min(papers.announcedDay) })
      .from(papers)
      .where(gt(papers.announcedDay, day)),
  }
}

/** The statement, for the test that reads its plan. */
export function poolCategoriesQuery(day: string): SQL {
  return sql`
    select found.value as category, count(*) as papers
    from ${papers}, json_each(${papers.categories}) as found
    where ${papers.announcedDay} = ${day}
    group by found.value
    order by count(*) desc, found.value`
}

function inCategory(category: string | null): SQL | undefined {
  if (category === null) return undefined
  return sql`exists (select 1 from json_each(${papers.categories}) as found where found.value = ${category})`
}
