import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db, type Transaction } from '@/db/client'
import { comments, papers, users } from '@/db/schema'
import type { Comment, CommentWithPaper } from '@/db/types'

/* How a comment is read, in its thread and out of it. */

const columns = {
  id: comments.id,
  paperId: comments.paperId,
  parentId: comments.parentId,
  authorName: users.name,
  authorFullName: users.fullName,
  body: comments.body,
  html: comments.html,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
  deletedAt: comments.deletedAt,
  hiddenAt: comments.hiddenAt,
  hiddenReason: comments.hiddenReason,
}

const parents = alias(comments, 'parents')
const parentAuthors = alias(users, 'parent_authors')

/** Comments with their authors; the caller says which and in what order. */
export function selectComments(from: typeof db | Transaction = db) {
  return from.select(columns).from(comments).leftJoin(users, eq(users.id, comments.authorId)).$dynamic()
}

/** The same with the paper that each stands under and the person it answers. */
export function selectCommentsWithPaper() {
  return db
    .select({
      ...columns,
      paperTitle: papers.title,
      parentAuthorName: parentAuthors.name,
      parentAuthorFullName: parentAuthors.fullName,
    })
    .from(comments)
    .innerJoin(papers, eq(papers.id, comments.paperId))
    .leftJoin(users, eq(users.id, comments.authorId))
    .leftJoin(parents, eq(parents.id, comments.parentId))
    .leftJoin(parentAuthors, eq(parentAuthors.id, parents.authorId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectComments>>[number]
type RowWithPaper = Awaited<ReturnType<typeof selectCommentsWithPaper>>[number]

/** What anybody may see: a comment that was hidden or deleted has no text, whatever its row holds. */
export function toComment(row: Row): Comment {
  const state = row.deletedAt !== null ? 'deleted' : row.hiddenAt !== null ? 'hidden' : 'shown'
  return {
    id: row.id,
    paperId: row.paperId,
    parentId: row.parentId,
    author: row.authorName === null ? null : { name: row.authorName, fullName: row.authorFullName },
    html: state === 'shown' ? row.html : '',
    body: state === 'shown' ? row.body : '',
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    state,
    hiddenReason: state === 'hidden' ? row.hiddenReason : null,
  }
}

export function toCommentWithPaper(row: RowWithPaper): CommentWithPaper {
  const { paperTitle, parentAuthorName, parentAuthorFullName } = row
  return { ...toComment(row), paperTitle, replyTo: parentAuthorFullName ?? parentAuthorName }
}

/** A comment's own row, as whoever changes it needs it; with a paper's id only when it stands under that. */
export async function getCommentRow(tx: Transaction, id: string, paperId?: string) {
  const isUnderIt = paperId === undefined ? undefined : eq(comments.paperId, paperId)
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), isUnderIt))
  return row ?? null
}
