import { and, gte, lt, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { papers } from '@/db/schema'
import { addMonths, dayStart } from '@/lib/days'

// What the sitemap protocol allows in one file.
const most = 50_000

/** The months ('2026-06', UTC) in which papers of this site came out, newest first. */
export async function listPublishedMonths(): Promise<string[]> {
  return (await db.all<{ month: string }>(publishedMonthsQuery())).map(({ month }) => month)
}

/** The ids of the papers that came out in a month, newest first. */
export async function listIdsPublishedIn(month: string): Promise<string[]> {
  return (await publishedInQuery(month)).map(({ id }) => id)
}

/** From each month one step down the index to the next that has a paper: it never reads the papers between. */
export function publishedMonthsQuery() {
  return sql`
    with recursive newest(at) as (
      select max(${papers.publishedAt}) from ${papers}
      union all
      select (
        select max(${papers.publishedAt}) from ${papers}
        where ${papers.publishedAt} < 1000 * strftime('%s', newest.at / 1000, 'unixepoch', 'start of month')
      )
      from newest where newest.at is not null
    )
    select strftime('%Y-%m', at / 1000, 'unixepoch') as month from newest where at is not null`
}

/** The statement, for the test that reads its plan. */
export function publishedInQuery(month: string) {
  const [from, to] = [month, addMonths(month, 1)].map((value) => dayStart(`${value}-01`)) as [number, number]
  return db
    .select({ id: papers.id })
    .from(papers)
    .where(and(gte(papers.publishedAt, from), lt(papers.publishedAt, to)))
    .orderBy(sql`${papers.publishedAt} desc`, papers.id)
    .limit(most)
}
