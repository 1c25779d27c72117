import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { heatNow } from '@/db/heats'
import { append } from '@/db/journal'
import { listFromPool, returnToPool, waitsInPool } from '@/db/pool-votes'
import { papers, voteHours, votes } from '@/db/schema'
import type { PaperLine } from '@/db/types'
import type { UserId } from '@/lib/authority'
import { hourOf } from '@/lib/hours'

/** How the vote stands; `changed` is false when it stood so already, and then nothing was written. */
export type Voted =
  | { ok: true; upvotes: number; voted: boolean; changed: boolean }
  | { ok: false; error: 'no such paper' }

/** Which of these papers they voted for. */
export async function listVoted(userId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return (await votedQuery(userId, ids)).map(({ paperId }) => paperId)
}

/** Papers that they voted for, the latest vote first. Whether others may see it is for the caller to ask. */
export async function listVotesOf(
  userId: string,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<PaperLine[]> {
  return votesOfQuery(userId, { limit, offset })
}

/** One person, one vote a paper. The first for a paper of the pool puts it on today's list. */
export function castVote(userId: UserId, paperId: string, now: number): Promise<Voted> {
  return write((tx) => castVoteIn(tx, userId, paperId, now))
}

/** The same within somebody else's transaction. */
export async function castVoteIn(tx: Transaction, userId: UserId, paperId: string, now: number): Promise<Voted> {
  const paper = await standing(tx, paperId)
  if (!paper) return { ok: false, error: 'no such paper' }
  const [made] = await tx.insert(votes).values({ paperId, userId, at: now }).onConflictDoNothing().returning()
  if (!made) return { ok: true, upvotes: paper.upvotes, voted: true, changed: false }

  await tx
    .insert(voteHours)
    .values({ paperId, hour: hourOf(now), votes: 1 })
    .onConflictDoUpdate({ target: [voteHours.paperId, voteHours.hour], set: { votes: sql`${voteHours.votes} + 1` } })
  await recount(tx, { paperId, by: 1 })
  const day = waitsInPool(paper) ? await listFromPool(tx, paperId, now) : paper.day
  await note(tx, { paperId, userId, day, want: 'up' }, now)
  return { ok: true, upvotes: paper.upvotes + 1, voted: true, changed: true }
}

/** Takes a vote back, so that the paper stands as if it had never been cast. */
export function withdrawVote(userId: UserId, paperId: string, now: number): Promise<Voted> {
  return write((tx) => withdrawVoteIn(tx, userId, paperId, now))
}

/** The same within somebody else's transaction. */
export async function withdrawVoteIn(tx: Transaction, userId: UserId, paperId: string, now: number): Promise<Voted> {
  const paper = await standing(tx, paperId)
  if (!paper) return { ok: false, error: 'no such paper' }
  const isTheirs = and(eq(votes.paperId, paperId), eq(votes.userId, userId))
  const [gone] = await tx.delete(votes).where(isTheirs).returning({ at: votes.at })
  if (!gone) return { ok: true, upvotes: paper.upvotes, voted: false, changed: false }

  // The hour of the vote itself, which may be long past; an hour without votes has no row.
  const isItsHour = and(eq(voteHours.paperId, paperId), eq(voteHours.hour, hourOf(gone.at)))
  await tx.delete(voteHours).where(and(isItsHour, lte(voteHours.votes, 1)))
  await tx
    .update(voteHours)
    .set({ votes: sql`${voteHours.votes} - 1` })
    .where(isItsHour)
  await recount(tx, { paperId, by: -1 })
  if (paper.upvotes === 1 && paper.announcedDay !== null) await returnToPool(tx, paperId, now)
  await note(tx, { paperId, userId, day: paper.day, want: 'none' }, now)
  return { ok: true, upvotes: paper.upvotes - 1, voted: false, changed: true }
}

/** The statement, for the test that reads its plan. */
export function votedQuery(userId: string, ids: readonly string[]) {
  return db
    .select({ paperId: votes.paperId })
    .from(votes)
    .where(and(eq(votes.userId, userId), inArray(votes.paperId, [...ids])))
}

/** The statement, for the test that reads its plan. */
export function votesOfQuery(userId: string, { limit, offset }: { limit: number; offset: number }) {
  return db
    .select({ id: papers.id, title: papers.title, upvotes: papers.upvotes, day: papers.day, at: votes.at })
    .from(votes)
    .innerJoin(papers, eq(papers.id, votes.paperId))
    .where(eq(votes.userId, userId))
    .orderBy(desc(votes.at))
    .limit(limit)
    .offset(offset)
}

async function standing(tx: Transaction, paperId: string) {
  const [paper] = await tx
    .select({
      upvotes: papers.upvotes,
      day: papers.day,
      announcedDay: papers.announcedDay,
      unlistedAt: papers.unlistedAt,
      withdrawnAt: papers.withdrawnAt,
    })
    .from(papers)
    .where(eq(papers.id, paperId))
  return paper ?? null
}

async function recount(tx: Transaction, { paperId, by }: { paperId: string; by: 1 | -1 }) {
  const heat = await heatNow(tx, paperId)
  await tx
    .update(papers)
    .set({ upvotes: sql`${papers.upvotes} + ${by}`, heat })
    .where(eq(papers.id, paperId))
}

type Change = { paperId: string; userId: UserId; day: string | null; want: 'up' | 'none' }

async function note(tx: Transaction, { paperId, userId, day, want }: Change, now: number) {
  await append(tx, { at: now, kind: 'vote', paperId, day, userId, data: { want } })
}
