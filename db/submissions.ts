import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { recountVotes } from '@/db/carried-votes'
import { db, type Transaction, write } from '@/db/client'
import { deleteCommentIn, writeCommentIn } from '@/db/comments'
import { append } from '@/db/journal'
import { upsertFoundIn } from '@/db/pool'
import { comments, listPapers, papers, votes } from '@/db/schema'
import { outlookIn } from '@/db/submission-outlook'
import { castVoteIn, withdrawVoteIn } from '@/db/votes'
import type { UserId } from '@/lib/authority'
import { monthOf, weekOf } from '@/lib/days'
import type { FoundPaper } from '@/lib/found-paper'
import { isArxivId } from '@/lib/paper-id'
import { type Allowance, isUsedUp } from '@/lib/submission-limit'

/** What a submitter may say of a paper beside its metadata; what is not given stays as it is. */
export type GivenLinks = { projectPage?: string | null; codeUrl?: string | null; mediaUrls?: string[] }

export type Submission = {
  id: string
  /** What is known of the paper; null takes it as it is stored here. */
  found: FoundPaper | null
  links: GivenLinks
  /** A first comment as typed and as rendered (lib/comment-text.ts). */
  comment: { body: string; html: string } | null
  /** The day that the submitter was told of; null when they were told of none. */
  day: string | null
}

/** Why a paper is not to be submitted, by whomever. */
export type Unsubmittable = { error: 'listed'; day: string } | { error: 'taken off' } | { error: 'withdrawn' }

export type Submitted =
  | { ok: true; id: string; day: string }
  | ({ ok: false } & (
      | Unsubmittable
      | { error: 'no such paper' }
      | { error: 'used up'; allowance: Allowance; nextDay: string }
      | { error: 'another day'; day: string }
    ))

export type TakenBack =
  | { ok: true; isGone: boolean }
  | { ok: false; error: 'no such paper' | 'not listed' | 'not yours' | 'voted' | 'commented' }

/**
 * Puts a paper on today's list, with its submitter's vote and their first comment, all or nothing. Who may submit at all
 * (SUBMIT) is for the caller to ask.
 */
export function submitPaper(userId: UserId, submission: Submission, now: number): Promise<Submitted> {
  const { id, found, links, comment } = submission
  return write(async (tx) => {
    const no = unsubmittable(await standingOf(id, tx), found)
    if (no) return { ok: false, ...no }
    const { day, nextDay, allowance } = await outlookIn(tx, userId, now)
    if (isUsedUp(allowance)) return { ok: false, error: 'used up', allowance, nextDay }
    if (submission.day !== null && submission.day !== day) return { ok: false, error: 'another day', day }
    if (found) await keepFound(tx, found, now)
    const place = { day, week: weekOf(day), month: monthOf(day), submittedAt: now, submitterId: userId }
    const [listed] = await tx
      .update(papers)
      .set({ ...place, ...given(links) })
      .where(eq(papers.id, id))
      .returning({ publishedAt: papers.publishedAt, carriedUpvotes: papers.carriedUpvotes })
    if (!listed) return { ok: false, error: 'no such paper' }
    // An import may have counted carried-over votes while there was no day to count them on.
    if (listed.carriedUpvotes > 0) await recountVotes(tx, { id, day, ...listed })
    await append(tx, { at: now, kind: 'submitted', paperId: id, day, userId, data: null })
    await castVoteIn(tx, userId, id, now)
    if (comment) await writeCommentIn(tx, userId, { paperId: id, parentId: null, ...comment }, now)
    return { ok: true, id, day }
  })
}

/**
 * Takes back a submission of one's own while nobody else has voted for it or written under it, and with it one's vote
 * and comments there. A paper of this site's own ids of which nothing else is kept is removed.
 */
export function takeBack(userId: UserId, paperId: string, now: number): Promise<TakenBack> {
  return write(async (tx) => {
    const [paper] = await tx.select().from(papers).where(eq(papers.id, paperId))
    if (!paper) return { ok: false, error: 'no such paper' }
    if (paper.submitterId !== userId) return { ok: false, error: 'not yours' }
    if (paper.day === null) return { ok: false, error: 'not listed' }
    if (await isVotedByOthers(tx, userId, paperId)) return { ok: false, error: 'voted' }
    if (await isDiscussedByOthers(tx, userId, paperId)) return { ok: false, error: 'commented' }
    await withdrawVoteIn(tx, userId, paperId, now)
    await deleteOwnComments(tx, userId, paperId, now)
    const onNoDay = { day: null, week: null, month: null, submittedAt: null, submitterId: null }
    await tx.update(papers).set(onNoDay).where(eq(papers.id, paperId))
    await append(tx, { at: now, kind: 'takenback', paperId, day: paper.day, userId, data: null })
    const isGone = !isArxivId(paperId) && paper.carriedUpvotes === 0 && !(await isKeptBySomebody(tx, userId, paperId))
    if (isGone) await tx.delete(papers).where(eq(papers.id, paperId))
    return { ok: true, isGone }
  })
}

/** Sets where a paper's project and code are to be found. Who may is for the caller to ask. */
export function setLinks(userId: UserId, paperId: string, links: GivenLinks, now: number): Promise<boolean> {
  return write(async (tx) => {
    const [paper] = await tx.update(papers).set(given(links)).where(eq(papers.id, paperId)).returning()
    if (!paper) return false
    await append(tx, { at: now, kind: 'revised', paperId, day: paper.day, userId, data: { changed: [] } })
    return true
  })
}

/** Why this paper could not be submitted, as far as this site knows; null when it could. */
export async function whyNot(id: string, found: FoundPaper | null): Promise<Unsubmittable | null> {
  return unsubmittable(await standingOf(id, db), found)
}

type From = typeof db | Transaction
type Standing = { day: string | null; unlistedAt: number | null; withdrawnAt: number | null }

async function standingOf(id: string, from: From): Promise<Standing | null> {
  const [paper] = await from
    .select({ day: papers.day, unlistedAt: papers.unlistedAt, withdrawnAt: papers.withdrawnAt })
    .from(papers)
    .where(eq(papers.id, id))
  return paper ?? null
}

function unsubmittable(stored: Standing | null, found: FoundPaper | null): Unsubmittable | null {
  if (stored?.day) return { error: 'listed', day: stored.day }
  if (stored?.unlistedAt) return { error: 'taken off' }
  return (found ? found.isWithdrawn : stored?.withdrawnAt) ? { error: 'withdrawn' } : null
}

/** What a member typed fills an empty place and changes nothing that is known. */
async function keepFound(tx: Transaction, found: FoundPaper, now: number) {
  if (found.source === 'page' && (await standingOf(found.id, tx))) return
  await upsertFoundIn(tx, [found], now)
}

function given({ projectPage, codeUrl, mediaUrls }: GivenLinks) {
  return {
    ...(projectPage !== undefined && { projectPage }),
    ...(codeUrl !== undefined && { codeUrl, ...starsOf(codeUrl) }),
    ...(mediaUrls !== undefined && { mediaUrls }),
  }
}

/** Stars stay with the code that they were given to. */
function starsOf(codeUrl: string | null) {
  const kept = (column: typeof papers.codeStars | typeof papers.codeStarsAt) =>
    sql`case when ${papers.codeUrl} is ${codeUrl} then ${column} end`
  return { codeStars: kept(papers.codeStars), codeStarsAt: kept(papers.codeStarsAt) }
}

async function isVotedByOthers(tx: Transaction, userId: UserId, paperId: string): Promise<boolean> {
  const isOther = and(eq(votes.paperId, paperId), ne(votes.userId, userId))
  return (await tx.select({ at: votes.at }).from(votes).where(isOther).limit(1)).length > 0
}

async function isDiscussedByOthers(tx: Transaction, userId: UserId, paperId: string): Promise<boolean> {
  const isOther = or(ne(comments.authorId, userId), isNull(comments.authorId))
  const isShown = and(isNull(comments.deletedAt), isNull(comments.hiddenAt))
  const some = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.paperId, paperId), isOther, isShown))
    .limit(1)
  return some.length > 0
}

async function deleteOwnComments(tx: Transaction, userId: UserId, paperId: string, now: number) {
  const isOwn = and(eq(comments.paperId, paperId), eq(comments.authorId, userId), isNull(comments.deletedAt))
  const own = await tx.select({ id: comments.id }).from(comments).where(isOwn)
  for (const { id } of own) await deleteCommentIn(tx, userId, { paperId, commentId: id }, now)
}

/** Others' lists, and comments of others that were deleted or hidden, which the moderation log names. */
async function isKeptBySomebody(tx: Transaction, userId: UserId, paperId: string): Promise<boolean> {
  const saved = await tx
    .select({ id: listPapers.listId })
    .from(listPapers)
    .where(eq(listPapers.paperId, paperId))
    .limit(1)
  const isNotOwn = or(ne(comments.authorId, userId), isNull(comments.authorId), sql`${comments.hiddenAt} is not null`)
  const said = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.paperId, paperId), isNotOwn))
    .limit(1)
  return saved.length + said.length > 0
}
