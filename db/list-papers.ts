import { and, asc, count, eq, inArray, isNull, min, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { createListIn, defaultListIn, isOwned, type ListError, type Made, type NewList } from '@/db/lists'
import { getPapers, listedColumns, submitterOf } from '@/db/papers'
import { listPapers, lists, papers, users } from '@/db/schema'
import type { ReadingListPaper } from '@/db/types'
import type { UserId } from '@/lib/authority'
import { mostListPapers } from '@/lib/list-bounds'
import type { ExportedPaper } from '@/lib/list-export'
import { between } from '@/lib/positions'

type No = { ok: false; error: ListError | 'no such paper' | 'list is full' | 'not on the list' }
export type Saved = { ok: true; list: { id: string; name: string }; saved: boolean; changed: boolean } | No
/** A note that somebody else, or another window, changed meanwhile is not written over: `note` is how it reads now. */
export type Noted = { ok: true } | No | { ok: false; error: 'changed meanwhile'; note: string }

/** Where a paper is saved to: a list, or the one that is meant when none is named. */
export type Which = { listId: string; paperId: string }
export const theDefault = 'default'

/** Papers of a list in the order of its owner's hand. Whether the reader may see it is for the caller to ask. */
export async function listPapersOf(
  list: { id: string; isOwn: boolean },
  { page, pageSize, unread = false }: { page: number; pageSize: number; unread?: boolean },
): Promise<{ papers: ReadingListPaper[]; hasMore: boolean }> {
  const rows = await papersOfListQuery(list.id, { limit: pageSize + 1, offset: (page - 1) * pageSize, unread })
  const shown = rows.slice(0, pageSize).map(({ addedAt, note, readAt, memberName, submitterName, ...paper }) => ({
    paper: { ...paper, submitter: submitterOf({ memberName, submitterName }) },
    addedAt,
    own: list.isOwn ? { note, readAt } : null,
  }))
  return { papers: shown, hasMore: rows.length > pageSize }
}

/** All papers of a list, for an export. Whether the reader may see it is for the caller to ask. */
export async function allPapersOf(list: { id: string; isOwn: boolean }): Promise<ExportedPaper[]> {
  const entries = await entriesQuery(list.id)
  const found = new Map((await getPapers(entries.map(({ paperId }) => paperId))).map((paper) => [paper.id, paper]))
  return entries.flatMap(({ paperId, addedAt, note, readAt }) => {
    const paper = found.get(paperId)
    if (!paper) return []
    return [
      { paper: { ...paper, day: paper.listing?.day ?? null }, addedAt, own: list.isOwn ? { note, readAt } : null },
    ]
  })
}

/** Those of these papers that are on the list to which they save. */
export async function listSaved(userId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return (await savedQuery(userId, ids)).map(({ paperId }) => paperId)
}

/** Which of a person's lists hold a paper. */
export async function listsHolding(userId: UserId, paperId: string): Promise<string[]> {
  return (await holdingQuery(userId, paperId)).map(({ id }) => id)
}

/** Puts a paper at the head of a list; one that is on it stays where it is. */
export function savePaper(userId: UserId, { listId, paperId }: Which, now: number): Promise<Saved> {
  return write(async (tx): Promise<Saved> => {
    if (!(await isPaper(tx, paperId))) return { ok: false, error: 'no such paper' }
    const found = await findList(tx, userId, listId, now)
    if (!found.ok) return found
    const list = await listIn(tx, found.id)
    const isThis = and(eq(listPapers.listId, list.id), eq(listPapers.paperId, paperId))
    const [known] = await tx.select({ at: listPapers.addedAt }).from(listPapers).where(isThis)
    if (known) return { ok: true, list, saved: true, changed: false }
    const [all] = await tx
      .select({ n: count(), first: min(listPapers.position) })
      .from(listPapers)
      .where(eq(listPapers.listId, list.id))
    if ((all?.n ?? 0) >= mostListPapers) return { ok: false, error: 'list is full' }
    const position = between(null, all?.first ?? null) ?? 0
    await tx.insert(listPapers).values({ listId: list.id, paperId, position, addedAt: now })
    await touch(tx, list.id, now)
    return { ok: true, list, saved: true, changed: true }
  })
}

/** Makes a list with a first paper on it; without that paper there is no list either. */
export function createListWith(userId: UserId, list: NewList, paperId: string, now: number): Promise<Made | No> {
  return write(async (tx): Promise<Made | No> => {
    if (!(await isPaper(tx, paperId))) return { ok: false, error: 'no such paper' }
    const made = await createListIn(tx, userId, list, now)
    if (made.ok) await tx.insert(listPapers).values({ listId: made.id, paperId, position: 0, addedAt: now })
    return made
  })
}

/** Takes a paper off a list, with its note. */
export function dropPaper(userId: UserId, { listId, paperId }: Which, now: number): Promise<Saved> {
  return write(async (tx): Promise<Saved> => {
    const found = await findList(tx, userId, listId, now)
    if (!found.ok) return found
    const list = await listIn(tx, found.id)
    const gone = await tx
      .delete(listPapers)
      .where(and(eq(listPapers.listId, list.id), eq(listPapers.paperId, paperId)))
      .returning({ at: listPapers.addedAt })
    if (gone.length > 0) await touch(tx, list.id, now)
    return { ok: true, list, saved: false, changed: gone.length > 0 }
  })
}

/** @param was what the note said when the writer began, so that nobody's words are lost; without it the new one stands */
export function notePaper(userId: UserId, which: Which, { note, was }: { note: string; was?: string }): Promise<Noted> {
  return changeEntry(userId, which, async (tx, entry): Promise<Noted> => {
    if (was !== undefined && entry.note !== was && entry.note !== note) {
      return { ok: false, error: 'changed meanwhile', note: entry.note }
    }
    await tx.update(listPapers).set({ note }).where(isEntry(entry))
    return { ok: true }
  })
}

/** Marks a paper as read, or as still to be read. */
export function markRead(userId: UserId, which: Which, isRead: boolean, now: number): Promise<Noted> {
  return changeEntry(userId, which, async (tx, entry): Promise<Noted> => {
    const isChange = isRead === (entry.readAt === null)
    if (isChange)
      await tx
        .update(listPapers)
        .set({ readAt: isRead ? now : null })
        .where(isEntry(entry))
    return { ok: true }
  })
}

/** The statement, for the test that reads its plan. */
export function papersOfListQuery(
  listId: string,
  { limit, offset, unread }: { limit: number; offset: number; unread: boolean },
) {
  return db
    .select({ ...listedColumns, addedAt: listPapers.addedAt, note: listPapers.note, readAt: listPapers.readAt })
    .from(listPapers)
    .innerJoin(papers, eq(papers.id, listPapers.paperId))
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(and(eq(listPapers.listId, listId), unread ? isNull(listPapers.readAt) : undefined))
    .orderBy(asc(listPapers.position))
    .limit(limit)
    .offset(offset)
}

/** The statement, for the test that reads its plan. */
export function entriesQuery(listId: string) {
  return db.select().from(listPapers).where(eq(listPapers.listId, listId)).orderBy(asc(listPapers.position))
}

/** The statement, for the test that reads its plan. */
export function savedQuery(userId: string, ids: readonly string[]) {
  return db
    .selectDistinct({ paperId: listPapers.paperId })
    .from(listPapers)
    .innerJoin(lists, eq(lists.id, listPapers.listId))
    .where(and(inArray(listPapers.paperId, [...ids]), eq(lists.ownerId, userId), eq(lists.isDefault, true)))
}

/** The statement, for the test that reads its plan. */
export function holdingQuery(userId: string, paperId: string) {
  return db
    .select({ id: lists.id })
    .from(listPapers)
    .innerJoin(lists, eq(lists.id, listPapers.listId))
    .where(and(eq(listPapers.paperId, paperId), eq(lists.ownerId, userId)))
}

export type Entry = typeof listPapers.$inferSelect

async function isPaper(tx: Transaction, id: string): Promise<boolean> {
  const [paper] = await tx.select({ id: papers.id }).from(papers).where(eq(papers.id, id))
  return paper !== undefined
}

async function findList(tx: Transaction, userId: UserId, listId: string, now: number) {
  if (listId === theDefault) return defaultListIn(tx, userId, now)
  const isTheirs = await isOwned(tx, userId, listId)
  return isTheirs ? ({ ok: true, id: listId } as const) : ({ ok: false, error: 'no such list' } as const)
}

async function listIn(tx: Transaction, id: string): Promise<{ id: string; name: string }> {
  const [list] = await tx.select({ id: lists.id, name: lists.name }).from(lists).where(eq(lists.id, id))
  if (!list) throw new Error(`List ${id} is gone from under its own transaction.`)
  return list
}

/** Changes what is kept of a paper on a list of one's own, in one transaction. */
export function changeEntry(
  userId: UserId,
  { listId, paperId }: Which,
  change: (tx: Transaction, entry: Entry) => Promise<Noted>,
): Promise<Noted> {
  return write(async (tx): Promise<Noted> => {
    if (!(await isOwned(tx, userId, listId))) return { ok: false, error: 'no such list' }
    const [entry] = await tx
      .select()
      .from(listPapers)
      .where(and(eq(listPapers.listId, listId), eq(listPapers.paperId, paperId)))
    return entry ? change(tx, entry) : { ok: false, error: 'not on the list' }
  })
}

export function isEntry({ listId, paperId }: Pick<Entry, 'listId' | 'paperId'>) {
  return and(eq(listPapers.listId, listId), eq(listPapers.paperId, paperId))
}

/** Notes when a list changed last. */
export async function touch(tx: Transaction, listId: string, now: number) {
  await tx
    .update(lists)
    .set({ updatedAt: sql`max(${lists.updatedAt}, ${now})` })
    .where(eq(lists.id, listId))
}
