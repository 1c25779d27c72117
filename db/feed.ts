import { and, desc, eq, isNotNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { getPapers } from '@/db/papers'
import { papers, users } from '@/db/schema'
import type { Paper } from '@/db/types'
import type { FeedQuery } from '@/lib/feed-query'
import { orderKeys } from '@/lib/order'

/**
 * A page of /api/daily_papers. Everything: newest day first, and each day in the site's order; a day, week or month:
 * in the site's order; somebody's: newest first; trending: by heat. Another order of the pages takes the place of the
 * site's own.
 */
export async function listFeed(query: FeedQuery): Promise<{ papers: Paper[]; hasMore: boolean }> {
  const userId = query.submitter === null ? null : await idOf(query.submitter)
  const rows = await feedQuery(query, userId)
  const papers = await getPapers(rows.slice(0, query.limit).map(({ id }) => id))
  return { papers, hasMore: rows.length > query.limit }
}

/** The statement, for the test that reads its plan. */
export function feedQuery({ scope, submitter, sort, limit, offset }: FeedQuery, userId: string | null) {
  const isIn = scope ? eq(papers[scope.of], scope.value) : isNotNull(papers.day)
  const isTheirs = submitter === null ? undefined : theirs(submitter, userId)
  const isHot = sort === 'trending' && !scope && !isTheirs ? isNotNull(papers.heat) : undefined
  return db
    .select({ id: papers.id })
    .from(papers)
    .where(and(isIn, isTheirs, isHot))
    .orderBy(...orderOf({ scope, submitter, sort }))
    .limit(limit + 1)
    .offset(offset)
}

function orderOf({ scope, submitter, sort }: Pick<FeedQuery, 'scope' | 'submitter' | 'sort'>) {
  if (sort === 'trending') return [desc(papers.heat), papers.id]
  if (submitter !== null && !scope && sort === 'publishedAt') return [desc(papers.submittedAt), papers.id]
  const keys = orderKeys[sort === 'publishedAt' ? 'top' : sort]
  const ranked = keys.map(({ by, descending }) => (descending ? desc(papers[by]) : papers[by]))
  return scope ? ranked : [desc(papers.day), ...ranked]
}

function theirs(name: string, userId: string | null) {
  const elsewhere = eq(papers.submitterName, name)
  return userId === null ? elsewhere : or(eq(papers.submitterId, userId), elsewhere)
}

async function idOf(name: string): Promise<string | null> {
  const [person] = await db.select({ id: users.id }).from(users).where(eq(users.nameKey, name.toLowerCase()))
  return person?.id ?? null
}
