import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { dropFollowsOf } from '@/db/follows'
import { append } from '@/db/journal'
import { listPapers, lists, users } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import type { ListLine, PublicList, ReadingList } from '@/db/types'
import type { UserId } from '@/lib/authority'
import { groupBy } from '@/lib/group-by'
import { defaultListName, mostLists } from '@/lib/list-bounds'

export type ListError = 'no such list' | 'too many lists' | 'closed by a moderator'

type Changed = { ok: true } | { ok: false; error: ListError }
export type Made = { ok: true; id: string } | { ok: false; error: ListError }
export type NewList = { name: string; about?: string; isPublic?: boolean }
export type ListChange = { name?: string; about?: string; isPublic?: boolean; isDefault?: boolean }

/** A person's lists: the default first, then the latest changed. */
export async function listLists(ownerId: UserId): Promise<ListLine[]> {
  return listsQuery(ownerId)
}

/** A person's public lists, the latest changed first. */
export async function listPublicLists(ownerId: string): Promise<PublicList[]> {
  return publicListsQuery(ownerId)
}

/**
 * A list as far as this person may see it: their own, or a public one. For others it is not there.
 * @param moderates they also see, without its notes, one that a moderator made private
 */
export async function getList(id: string, viewerId: string | null, moderates = false): Promise<ReadingList | null> {
  const [row] = await db
    .select({
      id: lists.id,
      name: lists.name,
      about: lists.about,
      isPublic: lists.isPublic,
      isDefault: lists.isDefault,
      closedAt: lists.closedAt,
      closedReason: lists.closedReason,
      createdAt: lists.createdAt,
      updatedAt: lists.updatedAt,
      ownerId: lists.ownerId,
      ownerName: users.name,
      ownerFullName: users.fullName,
      papers: paperCount,
      unread: unreadCount,
    })
    .from(lists)
    .innerJoin(users, eq(users.id, lists.ownerId))
    .where(eq(lists.id, id))
  if (!row) return null
  const { ownerId, ownerName, ownerFullName, unread, closedAt, ...list } = row
  const isOwn = ownerId === viewerId
  const isToReview = moderates && closedAt !== null
  if (!isOwn && !list.isPublic && !isToReview) return null
  return {
    ...list,
    owner: { name: ownerName, fullName: ownerFullName },
    isOwn,
    isDefault: isOwn && list.isDefault,
    unread: isOwn ? unread : null,
  }
}

/** A person's first list is the one that papers are saved to. */
export function createList(userId: UserId, list: NewList, now: number): Promise<Made> {
  return write((tx) => createListIn(tx, userId, list, now))
}

/** Changes what is named, and leaves the rest as others may just have changed it. */
export function changeList(userId: UserId, id: string, change: ListChange, now: number): Promise<Changed> {
  return write(async (tx) => {
    const before = await getOwned(tx, userId, id)
    if (!before) return { ok: false, error: 'no such list' }
    if (change.isPublic && before.closedAt !== null) return { ok: false, error: 'closed by a moderator' }
    const { isDefault, ...rest } = change
    // One list is the default, so that it can only be given to another.
    if (isDefault) await tx.update(lists).set({ isDefault: false }).where(eq(lists.ownerId, userId))
    await tx
      .update(lists)
      .set({ ...rest, ...(isDefault && { isDefault }), updatedAt: now })
      .where(eq(lists.id, id))
    if (before.isPublic || change.isPublic) await noteShown(tx, userId, id, now)
    return { ok: true }
  })
}

/** With all that is on it; whoever follows it does so no more. */
export function deleteList(userId: UserId, id: string, now: number): Promise<Changed> {
  return write(async (tx) => {
    const list = await getOwned(tx, userId, id)
    if (!list) return { ok: false, error: 'no such list' }
    await tx.delete(lists).where(eq(lists.id, id))
    await dropFollowsOf(tx, { kind: 'list', value: id })
    if (list.isPublic) await noteShown(tx, userId, id, now)
    return { ok: true }
  })
}

/** Removes all of a person's lists, within the transaction in which they leave. */
export async function dropListsOf(tx: Transaction, userId: UserId): Promise<void> {
  const gone = await tx.delete(lists).where(eq(lists.ownerId, userId)).returning({ id: lists.id })
  for (const { id } of gone) await dropFollowsOf(tx, { kind: 'list', value: id })
}

/** For the person to take along, notes included. Times are ms since 1970. */
export async function exportLists(userId: UserId) {
  const theirs = await db.select().from(lists).where(eq(lists.ownerId, userId)).orderBy(lists.createdAt)
  const all = await db
    .select({ entry: listPapers })
    .from(listPapers)
    .innerJoin(lists, eq(lists.id, listPapers.listId))
    .where(eq(lists.ownerId, userId))
    .orderBy(listPapers.position)
  const entries = groupBy(all, ({ entry }) => entry.listId)
  return theirs.map(({ ownerId: _, ...list }) => ({
    ...list,
    papers: (entries.get(list.id) ?? []).map(({ entry: { paperId, note, readAt, addedAt } }) => ({
      paper: paperId,
      note,
      readAt,
      addedAt,
    })),
  }))
}

/** The list that papers are saved to, made when there is none. */
export async function defaultListIn(tx: Transaction, userId: UserId, now: number): Promise<Made> {
  const isTheirs = eq(lists.ownerId, userId)
  const [kept] = await tx
    .select({ id: lists.id })
    .from(lists)
    .where(and(isTheirs, eq(lists.isDefault, true)))
  if (kept) return { ok: true, id: kept.id }
  // It was deleted: the oldest of those that are left takes its place.
  const [oldest] = await tx.select({ id: lists.id }).from(lists).where(isTheirs).orderBy(asc(lists.createdAt)).limit(1)
  if (!oldest) return createListIn(tx, userId, { name: defaultListName }, now)
  await tx.update(lists).set({ isDefault: true }).where(eq(lists.id, oldest.id))
  return { ok: true, id: oldest.id }
}

export async function isOwned(tx: Transaction, userId: UserId, id: string): Promise<boolean> {
  return (await getOwned(tx, userId, id)) !== undefined
}

/** The statement, for the test that reads its plan. */
export function listsQuery(ownerId: string) {
  return db
    .select({
      id: lists.id,
      name: lists.name,
      isPublic: lists.isPublic,
      isDefault: lists.isDefault,
      closedReason: lists.closedReason,
      updatedAt: lists.updatedAt,
      papers: paperCount,
      unread: unreadCount,
    })
    .from(lists)
    .where(eq(lists.ownerId, ownerId))
    .orderBy(desc(lists.isDefault), desc(lists.updatedAt), asc(lists.id))
}

/** The statement, for the test that reads its plan. */
export function publicListsQuery(ownerId: string) {
  return db
    .select({ id: lists.id, name: lists.name, about: lists.about, papers: paperCount, updatedAt: lists.updatedAt })
    .from(lists)
    .where(and(eq(lists.ownerId, ownerId), eq(lists.isPublic, true)))
    .orderBy(desc(lists.updatedAt), asc(lists.id))
}

/** createList() within a transaction. */
export async function createListIn(
  tx: Transaction,
  userId: UserId,
  { name, about = '', isPublic = false }: NewList,
  now: number,
): Promise<Made> {
  const [all] = await tx.select({ n: count() }).from(lists).where(eq(lists.ownerId, userId))
  const n = all?.n ?? 0
  if (n >= mostLists) return { ok: false, error: 'too many lists' }
  const id = newSecret().slice(0, 12)
  const list = { id, ownerId: userId, name, about, isPublic, isDefault: n === 0, createdAt: now, updatedAt: now }
  await tx.insert(lists).values(list)
  if (isPublic) await noteShown(tx, userId, id, now)
  return { ok: true, id }
}

async function getOwned(tx: Transaction, userId: UserId, id: string) {
  const [row] = await tx
    .select()
    .from(lists)
    .where(and(eq(lists.id, id), eq(lists.ownerId, userId)))
  return row
}

/** The page of their owner names public lists: what is private now must not stand there for another minute. */
function noteShown(tx: Transaction, userId: UserId, id: string, now: number): Promise<void> {
  return append(tx, { at: now, kind: 'list', paperId: null, day: null, userId, data: { list: id } })
}

const paperCount = sql<number>`(select count(*) from ${listPapers} where ${listPapers.listId} = ${lists.id})`
const unreadCount = sql<number>`(select count(*) from ${listPapers}
  where ${listPapers.listId} = ${lists.id} and ${listPapers.readAt} is null)`
