import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { append } from '@/db/journal'
import { papers } from '@/db/schema'

export type CodeToCount = { id: string; codeUrl: string; codeStars: number | null }

/** Listed papers with code on GitHub whose stars were last counted before a time, the longest ago first. */
export async function listStarsDue(before: number, limit: number): Promise<CodeToCount[]> {
  const never = await starsQuery(null, limit)
  const rows = never.length < limit ? [...never, ...(await starsQuery(before, limit - never.length))] : never
  return rows.flatMap(({ codeUrl, ...paper }) => (codeUrl === null ? [] : { ...paper, codeUrl }))
}

/** Those that were never counted (null), or before a time. The statement is exported for the test that reads its plan. */
export function starsQuery(before: number | null, limit: number) {
  const isDue = before === null ? isNull(papers.codeStarsAt) : lt(papers.codeStarsAt, before)
  return db
    .select({ id: papers.id, codeUrl: papers.codeUrl, codeStars: papers.codeStars })
    .from(papers)
    .where(and(isNotNull(papers.day), sql`${papers.codeUrl} like 'https://github.com/%'`, isDue))
    .orderBy(asc(papers.codeStarsAt), asc(papers.id))
    .limit(limit)
}

/** Keeps what was counted; null where the repository is gone, whose last number stays. */
export function keepStars({ id, codeStars }: CodeToCount, stars: number | null, now: number): Promise<void> {
  return write(async (tx) => {
    const [paper] = await tx
      .update(papers)
      .set({ codeStarsAt: now, ...(stars !== null && { codeStars: stars }) })
      .where(eq(papers.id, id))
      .returning({ day: papers.day })
    if (!paper || stars === null || stars === codeStars) return
    const data = { changed: ['stars'] }
    await append(tx, { at: now, kind: 'revised', paperId: id, day: paper.day, userId: null, data })
  })
}
