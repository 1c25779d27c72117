import { desc, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { getPapers } from '@/db/papers'
import { papers } from '@/db/schema'
import type { Paper } from '@/db/types'
import type { PublishedCursor } from '@/lib/published-cursor'

export type PublishedQuery = { after: PublishedCursor | null; limit: number }

/** All papers, listed or not, newest publication first. */
export async function listPublished(query: PublishedQuery): Promise<{ papers: Paper[]; next: PublishedCursor | null }> {
  const rows = await publishedQuery(query)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { papers: await getPapers(page.map(({ id }) => id)), next: last ?? null }
}

/** The statement, for the test that reads its plan. */
export function publishedQuery({ after, limit }: PublishedQuery) {
  // The first condition is what the index is entered by; the second cuts off within one moment.
  const isAfter = after
    ? sql`${papers.publishedAt} <= ${after.publishedAt} and (${papers.publishedAt} < ${after.publishedAt} or ${papers.id} > ${after.id})`
    : undefined
  return db
    .select({ id: papers.id, publishedAt: papers.publishedAt })
    .from(papers)
    .where(isAfter)
    .orderBy(desc(papers.publishedAt), papers.id)
    .limit(limit + 1)
}
