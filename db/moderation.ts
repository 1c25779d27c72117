import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { getCommentRow } from '@/db/comment-rows'
import { type CommentError, countComment, mustRead } from '@/db/comments'
import { append } from '@/db/journal'
import { comments, journal, papers, users } from '@/db/schema'
import type { Comment, ModerationKind, ModerationLine } from '@/db/types'
import type { ModeratorId } from '@/lib/authority'

export type Moderated = { ok: true; comment: Comment } | { ok: false; error: Extract<CommentError, 'no such comment'> }

const kinds: readonly ModerationKind[] = ['hidden', 'unhidden', 'unlisted', 'relisted']

/** Takes a comment's text from view and puts the reason there. Hiding it again changes nothing, the reason included. */
export function hideComment(by: ModeratorId, id: string, reason: string, now: number): Promise<Moderated> {
  return write(async (tx) => {
    const row = await getCommentRow(tx, id)
    if (!row) return { ok: false, error: 'no such comment' }
    if (row.hiddenAt === null) {
      await tx.update(comments).set({ hiddenAt: now, hiddenReason: reason }).where(eq(comments.id, id))
      const day = await countComment(tx, row.paperId, row.deletedAt === null ? -1 : 0)
      const data = { comment: id, reason }
      await append(tx, { at: now, kind: 'hidden', paperId: row.paperId, day, userId: by, data })
    }
    return { ok: true, comment: await mustRead(tx, id) }
  })
}

export function unhideComment(by: ModeratorId, id: string, now: number): Promise<Moderated> {
  return write(async (tx) => {
    const row = await getCommentRow(tx, id)
    if (!row) return { ok: false, error: 'no such comment' }
    if (row.hiddenAt !== null) {
      await tx.update(comments).set({ hiddenAt: null, hiddenReason: null }).where(eq(comments.id, id))
      const day = await countComment(tx, row.paperId, row.deletedAt === null ? 1 : 0)
      const data = { comment: id, reason: null }
      await append(tx, { at: now, kind: 'unhidden', paperId: row.paperId, day, userId: by, data })
    }
    return { ok: true, comment: await mustRead(tx, id) }
  })
}

/**
 * What moderators did, newest first.
 * @param before id of the line where the page before ended
 */
export async function listModerationLog({
  before,
  limit,
}: {
  before: number | null
  limit: number
}): Promise<{ lines: ModerationLine[]; next: number | null }> {
  // One walk along the index for each kind: for all of them at once SQLite would sort every line there is.
  const rows = (await Promise.all(kinds.map((kind) => moderationQuery(kind, before, limit + 1)))).flat()
  const page = rows.sort((a, b) => b.id - a.id).slice(0, limit)
  const hidden = await listHidden(page.flatMap(({ data }) => commentIn(data) ?? []))
  const lines = page.map(({ data, paperId, paperTitle, unlistedAt, ...row }): ModerationLine => {
    const comment = commentIn(data)
    const found = comment === null ? undefined : hidden.get(comment)
    return {
      ...row,
      kind: row.kind as ModerationKind, // the query asked for nothing else
      paper: paperId === null ? null : { id: paperId, title: paperTitle ?? paperId },
      comment: comment === null ? null : { id: comment, author: found?.author ?? null },
      reason: typeof data?.reason === 'string' ? data.reason : null,
      stands: row.at === (row.kind === 'hidden' ? found?.hiddenAt : row.kind === 'unlisted' ? unlistedAt : null),
    }
  })
  return { lines, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** The statement, for the test that reads its plan. */
export function moderationQuery(kind: ModerationKind, before: number | null, limit: number) {
  return db
    .select({
      id: journal.id,
      at: journal.at,
      kind: journal.kind,
      by: users.name,
      paperId: journal.paperId,
      paperTitle: papers.title,
      unlistedAt: papers.unlistedAt,
      day: journal.day,
      data: journal.data,
    })
    .from(journal)
    .leftJoin(users, eq(users.id, journal.userId))
    .leftJoin(papers, eq(papers.id, journal.paperId))
    .where(and(eq(journal.kind, kind), before === null ? undefined : lt(journal.id, before)))
    .orderBy(desc(journal.id))
    .limit(limit)
}

async function listHidden(ids: string[]) {
  const rows = await db
    .select({ id: comments.id, author: users.name, hiddenAt: comments.hiddenAt })
    .from(comments)
    .leftJoin(users, eq(users.id, comments.authorId))
    .where(inArray(comments.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

function commentIn(data: Record<string, unknown> | null): string | null {
  return typeof data?.comment === 'string' ? data.comment : null
}
