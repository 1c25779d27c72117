import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { getCommentRow } from '@/db/comment-rows'
import { type CommentError, countComment, mustRead } from '@/db/comments'
import { append } from '@/db/journal'
import { comments, journal, lists, papers, subscriptions, users } from '@/db/schema'
import type { Comment, ModerationKind, ModerationLine, Role, WebhookAct } from '@/db/types'
import type { AdminId, ModeratorId } from '@/lib/authority'

export type Moderated = { ok: true; comment: Comment } | { ok: false; error: Extract<CommentError, 'no such comment'> }
export type ModeratedList = { ok: true } | { ok: false; error: 'no such list' }

const kinds: readonly ModerationKind[] = ['hidden', 'unhidden', 'unlisted', 'relisted', 'closed', 'reopened', 'role']
const kindsForAdmins: readonly ModerationKind[] = [...kinds, 'asked', 'released', 'webhook']

type LogAsked = {
  /** Id of the line where the page before ended. */
  before: number | null
  limit: number
}

type LogPage = { lines: ModerationLine[]; next: number | null }

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
 * Makes a public reading list private; its owner reads why, and cannot make it public again until it is reopened. Doing
 * it again changes nothing, the reason included.
 */
export function closeList(by: ModeratorId, id: string, reason: string, now: number): Promise<ModeratedList> {
  return setClosed(id, { kind: 'closed', by, reason, now })
}

/** Lets its owner make it public again. It stays private: what is on it by now is only theirs to show. */
export function reopenList(by: ModeratorId, id: string, now: number): Promise<ModeratedList> {
  return setClosed(id, { kind: 'reopened', by, reason: null, now })
}

type ListAct = { kind: 'closed' | 'reopened'; by: ModeratorId; reason: string | null; now: number }

function setClosed(id: string, { kind, by, reason, now }: ListAct): Promise<ModeratedList> {
  return write(async (tx) => {
    const [list] = await tx.select().from(lists).where(eq(lists.id, id))
    // One that its owner keeps private is nobody's to moderate.
    if (!list || (!list.isPublic && list.closedAt === null)) return { ok: false, error: 'no such list' }
    const closes = kind === 'closed'
    if (closes === (list.closedAt === null)) {
      const closed = { closedAt: closes ? now : null, closedReason: reason, ...(closes && { isPublic: false }) }
      await tx.update(lists).set(closed).where(eq(lists.id, id))
      const data = { list: id, owner: list.ownerId, reason }
      await append(tx, { at: now, kind, paperId: null, day: null, userId: by, data })
    }
    return { ok: true }
  })
}

/** What moderators did and who was made one, newest first. */
export function listModerationLog(asked: LogAsked): Promise<LogPage> {
  return listLog(kinds, asked)
}

/** The same with what admins, and moderators with the webhooks, did for the site itself. */
export function listAdminLog(_by: AdminId, asked: LogAsked): Promise<LogPage> {
  return listLog(kindsForAdmins, asked)
}

async function listLog(wanted: readonly ModerationKind[], { before, limit }: LogAsked): Promise<LogPage> {
  // One walk along the index for each kind: for all of them at once SQLite would sort every line there is.
  const rows = (await Promise.all(wanted.map((kind) => moderationQuery(kind, before, limit + 1)))).flat()
  const page = rows.sort((a, b) => b.id - a.id).slice(0, limit)
  const idsIn = (name: string) => page.flatMap(({ data }) => textIn(data, name) ?? [])
  const [hidden, closed, names, addresses] = await Promise.all([
    listHidden(idsIn('comment')),
    listClosed(idsIn('list')),
    listNames([...idsIn('user'), ...idsIn('owner')]),
    listAddresses(idsIn('subscription')),
  ])
  const lines = page.map(({ data, paperId, paperTitle, unlistedAt, ...row }): ModerationLine => {
    const [comment, user, list] = [textIn(data, 'comment'), textIn(data, 'user'), textIn(data, 'list')]
    const found = comment === null ? undefined : hidden.get(comment)
    const since = { hidden: found?.hiddenAt, unlisted: unlistedAt, closed: closed.get(list ?? '') }[row.kind as string]
    return {
      ...row,
      kind: row.kind as ModerationKind, // the query asked for nothing else
      paper: paperId === null ? null : { id: paperId, title: paperTitle ?? paperId },
      comment: comment === null ? null : { id: comment, author: found?.author ?? null },
      list: list === null ? null : { id: list, owner: names.get(textIn(data, 'owner') ?? '') ?? null },
      role: user === null ? null : { name: names.get(user) ?? null, role: data?.role as Role }, // setRole wrote it
      what: textIn(data, 'job') ?? textIn(data, 'label') ?? addresses.get(textIn(data, 'subscription') ?? '') ?? null,
      act: row.kind === 'webhook' ? (data?.act as WebhookAct) : null, // db/webhooks.ts wrote it
      reason: textIn(data, 'reason'),
      stands: row.at === since,
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

async function listClosed(ids: string[]) {
  const rows = await db.select({ id: lists.id, closedAt: lists.closedAt }).from(lists).where(inArray(lists.id, ids))
  return new Map(rows.map(({ id, closedAt }) => [id, closedAt]))
}

async function listNames(ids: string[]) {
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function listAddresses(ids: string[]) {
  const rows = await db
    .select({ id: subscriptions.id, email: subscriptions.email })
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids))
  return new Map(rows.map(({ id, email }) => [id, email]))
}

function textIn(data: Record<string, unknown> | null, name: string): string | null {
  const value = data?.[name]
  return typeof value === 'string' ? value : null
}
