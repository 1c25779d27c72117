import { and, eq, gt, lte } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { outsideAnswers } from '@/db/schema'

/** What a service answered at an address, unless that is too long ago; null when it has to be asked. */
export async function getAnswer(url: string, now: number): Promise<string | null> {
  const [answer] = await db
    .select({ body: outsideAnswers.body })
    .from(outsideAnswers)
    .where(and(eq(outsideAnswers.url, url), gt(outsideAnswers.expiresAt, now)))
  return answer?.body ?? null
}

/** Keeps an answer until a time. */
export async function keepAnswer(url: string, body: string, expiresAt: number, now: number): Promise<void> {
  const set = { at: now, expiresAt, body }
  await write((tx) =>
    tx
      .insert(outsideAnswers)
      .values({ url, ...set })
      .onConflictDoUpdate({ target: outsideAnswers.url, set }),
  )
}

export async function pruneAnswers(now: number): Promise<number> {
  return (await write((tx) => tx.delete(outsideAnswers).where(lte(outsideAnswers.expiresAt, now)))).rowsAffected
}
