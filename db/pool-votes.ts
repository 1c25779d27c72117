import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { append } from '@/db/journal'
import { journal, papers } from '@/db/schema'
import { feedClock } from '@/env'
import { feedDay, monthOf, weekOf } from '@/lib/days'

type Waiting = {
  day: string | null
  announcedDay: string | null
  unlistedAt: number | null
  withdrawnAt: number | null
}

/** Whether a vote puts it on a list: a paper that a moderator took off, or its authors withdrew, stays off. */
export function waitsInPool({ day, announcedDay, unlistedAt, withdrawnAt }: Waiting): boolean {
  return announcedDay !== null && day === null && unlistedAt === null && withdrawnAt === null
}

/** Puts a paper of the pool on today's list; by nobody, as whose vote it was may be their own affair. */
export async function listFromPool(tx: Transaction, paperId: string, now: number): Promise<string> {
  const day = today(now)
  await tx
    .update(papers)
    .set({ day, week: weekOf(day), month: monthOf(day), submittedAt: now })
    .where(eq(papers.id, paperId))
  await append(tx, { at: now, kind: 'listed', paperId, day, userId: null, data: null })
  return day
}

/** A paper whose only vote was taken back on the day that the vote put it on leaves that day again, as if never listed. */
export async function returnToPool(tx: Transaction, paperId: string, now: number): Promise<void> {
  const day = today(now)
  const [paper] = await tx
    .select({
      day: papers.day,
      submittedAt: papers.submittedAt,
      submitterId: papers.submitterId,
      comments: papers.comments,
    })
    .from(papers)
    .where(eq(papers.id, paperId))
  if (!paper?.submittedAt || paper.day !== day || paper.submitterId !== null || paper.comments > 0) return
  const isListing = and(eq(journal.kind, 'listed'), eq(journal.paperId, paperId), eq(journal.at, paper.submittedAt))
  const [listing] = await tx
    .select({ id: journal.id })
    .from(journal)
    .where(isListing)
    .orderBy(desc(journal.id))
    .limit(1)
  if (!listing) return
  await tx.update(papers).set({ day: null, week: null, month: null, submittedAt: null }).where(eq(papers.id, paperId))
  await append(tx, { at: now, kind: 'takenback', paperId, day, userId: null, data: null })
}

function today(now: number): string {
  return feedDay(now, feedClock)
}
