import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Transaction, write } from '@/db/client'
import {
  getCommentRow,
  selectComments,
  selectCommentsWithPaper,
  toComment,
  toCommentWithPaper,
} from '@/db/comment-rows'
import { append } from '@/db/journal'
import { comments, papers } from '@/db/schema'
import type { Comment, CommentWithPaper } from '@/db/types'
import type { UserId } from '@/lib/authority'
import type { CommentCursor } from '@/lib/comment-cursor'

/** Why a comment was not written, changed or hidden. */
export type CommentError = 'no such paper' | 'no such comment' | 'not yours' | 'deleted' | 'hidden'

export type CommentWritten = { ok: true; comment: Comment } | { ok: false; error: CommentError }

/** A comment's text, as typed and as rendered (lib/comment-text.ts). */
type Text = { body: string; html: string }
type Written = { paperId: string; parentId: string | null } & Text
type Which = { paperId: string; commentId: string }

/** All comments under a paper, oldest first, flat: deleted and hidden ones as well, which keep their place. */
export async function listComments(paperId: string): Promise<Comment[]> {
  return (await commentsQuery(paperId)).map(toComment)
}

/** The newest comments of the site that can be read. `before` is where the page before ended. */
export async function listNewestComments({
  before,
  limit,
}: {
  before: CommentCursor | null
  limit: number
}): Promise<{ comments: CommentWithPaper[]; next: CommentCursor | null }> {
  const rows = await newestCommentsQuery(before, limit + 1)
  const page = rows.slice(0, limit).map(toCommentWithPaper)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { comments: page, next: last ? { createdAt: last.createdAt, id: last.id } : null }
}

/** What a person wrote and can be read, newest first. */
export async function listCommentsOf(
  authorId: string,
  { limit = 30, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<CommentWithPaper[]> {
  return (await commentsOfQuery(authorId, limit, offset)).map(toCommentWithPaper)
}

/* The statements, for the test that reads their plans. */

export function commentsQuery(paperId: string) {
  return selectComments().where(eq(comments.paperId, paperId)).orderBy(comments.createdAt, comments.id)
}

export function newestCommentsQuery(before: CommentCursor | null, limit: number) {
  // The first condition is what the index is entered by; the second cuts off within one moment.
  const isBefore = before
    ? sql`${comments.createdAt} <= ${before.createdAt} and (${comments.createdAt} < ${before.createdAt} or ${comments.id} < ${before.id})`
    : undefined
  return selectCommentsWithPaper()
    .where(and(isReadable, isBefore))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit)
}

export function commentsOfQuery(authorId: string, limit: number, offset: number) {
  return selectCommentsWithPaper()
    .where(and(eq(comments.authorId, authorId), isReadable))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit)
    .offset(offset)
}

/** A comment, or an answer to one that can still be read. */
export function writeComment(userId: UserId, written: Written, now: number): Promise<CommentWritten> {
  return write((tx) => writeCommentIn(tx, userId, written, now))
}

/** The same within somebody else's transaction. */
export async function writeCommentIn(
  tx: Transaction,
  userId: UserId,
  { paperId, parentId, body, html }: Written,
  now: number,
): Promise<CommentWritten> {
  const [paper] = await tx.select({ id: papers.id }).from(papers).where(eq(papers.id, paperId))
  if (!paper) return { ok: false, error: 'no such paper' }
  const parent = parentId === null ? null : await readComment(tx, parentId)
  if (parentId !== null && parent?.paperId !== paperId) return { ok: false, error: 'no such comment' }
  if (parent && parent.state !== 'shown') return { ok: false, error: parent.state }
  const id = newCommentId(now)
  await tx.insert(comments).values({ id, paperId, parentId, authorId: userId, body, html, createdAt: now })
  return done(tx, { id, paperId, by: userId, act: 'wrote', counts: 1 }, now)
}

/** Its author alone may; what a moderator has hidden stays as it is. The same text again changes nothing. */
export function editComment(userId: UserId, which: Which, { body, html }: Text, now: number): Promise<CommentWritten> {
  return write(async (tx) => {
    const row = await getCommentRow(tx, which.commentId, which.paperId)
    if (!row) return { ok: false, error: 'no such comment' }
    if (row.authorId !== userId) return { ok: false, error: 'not yours' }
    if (row.deletedAt !== null) return { ok: false, error: 'deleted' }
    if (row.hiddenAt !== null) return { ok: false, error: 'hidden' }
    if (row.body === body) return { ok: true, comment: await mustRead(tx, row.id) }
    await tx.update(comments).set({ body, html, editedAt: now }).where(eq(comments.id, row.id))
    return done(tx, { id: row.id, paperId: row.paperId, by: userId, act: 'edited', counts: 0 }, now)
  })
}

/** Empties a comment of one's own; its place stays, for the answers. Deleting it again changes nothing. */
export function deleteComment(userId: UserId, which: Which, now: number): Promise<CommentWritten> {
  return write((tx) => deleteCommentIn(tx, userId, which, now))
}

/** The same within somebody else's transaction. */
export async function deleteCommentIn(
  tx: Transaction,
  userId: UserId,
  which: Which,
  now: number,
): Promise<CommentWritten> {
  const row = await getCommentRow(tx, which.commentId, which.paperId)
  if (!row) return { ok: false, error: 'no such comment' }
  if (row.authorId !== userId) return { ok: false, error: 'not yours' }
  if (row.deletedAt !== null) return { ok: true, comment: await mustRead(tx, row.id) }
  await tx.update(comments).set({ body: '', html: '', deletedAt: now }).where(eq(comments.id, row.id))
  const counts = row.hiddenAt === null ? -1 : 0 // a hidden one was not counted any more
  return done(tx, { id: row.id, paperId: row.paperId, by: userId, act: 'deleted', counts }, now)
}

/** Adds to a paper's total. @returns the day the paper is on, for the journal */
export async function countComment(tx: Transaction, paperId: string, by: -1 | 0 | 1): Promise<string | null> {
  const [paper] = await tx
    .update(papers)
    .set({ comments: sql`${papers.comments} + ${by}` })
    .where(eq(papers.id, paperId))
    .returning({ day: papers.day })
  return paper?.day ?? null
}

/** A comment that the same transaction has just seen. */
export async function mustRead(tx: Transaction, id: string): Promise<Comment> {
  const comment = await readComment(tx, id)
  if (!comment) throw new Error(`The comment ${id} was there a moment ago.`)
  return comment
}

const isReadable = and(isNull(comments.deletedAt), isNull(comments.hiddenAt))

/** Sorts by time as text, so that two of the same millisecond are the only ones in no order. */
function newCommentId(now: number): string {
  return `${now.toString(36).padStart(9, '0')}${randomBytes(6).toString('hex')}`
}

type Act = { id: string; paperId: string; by: UserId; act: 'wrote' | 'edited' | 'deleted'; counts: -1 | 0 | 1 }

async function done(tx: Transaction, { id, paperId, by, act, counts }: Act, now: number): Promise<CommentWritten> {
  const day = await countComment(tx, paperId, counts)
  await append(tx, { at: now, kind: 'comment', paperId, day, userId: by, data: { comment: id, act } })
  return { ok: true, comment: await mustRead(tx, id) }
}

async function readComment(tx: Transaction, id: string): Promise<Comment | null> {
  const [row] = await selectComments(tx).where(eq(comments.id, id))
  return row ? toComment(row) : null
}
