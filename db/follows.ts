import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { nameKeyOf } from '@/db/name-keys'
import { follows, followVisits, lists, users } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import type { FollowLine } from '@/db/types'
import type { UserId } from '@/lib/authority'
import { type FollowKind, followKey } from '@/lib/follow-match'

/** Most that one person follows and mutes together: each is looked for in every paper of their list. */
export const mostFollows = 200

type What = { kind: FollowKind; value: string }

/** `changed` is false when it was so already. */
export type Follow = { ok: true; line: FollowLine; changed: boolean } | { ok: false; field: 'value'; error: string }

/** What a person follows and mutes, by kind, as it is named; lists that are no longer theirs to see have no title. */
export async function listFollows(userId: string): Promise<FollowLine[]> {
  const rows = await followsQuery(userId)
  const ids = rows.flatMap(({ kind, value }) => (kind === 'list' ? [value] : []))
  const names = await listNames(userId, ids)
  return rows.map((row) => ({ ...row, title: row.kind === 'list' ? (names.get(row.value) ?? null) : row.value }))
}

/** Follows something, or mutes a keyword; what was muted is followed and the other way round. */
export function follow(
  userId: UserId,
  { kind, value, muted }: What & { muted: boolean },
  now: number,
): Promise<Follow> {
  return write(async (tx): Promise<Follow> => {
    const named = await nameOf(tx, userId, { kind, value })
    if (!named)
      return { ok: false, field: 'value', error: kind === 'list' ? noList : `There is nobody called ${value}.` }
    const valueKey = followKey(kind, named.value)
    const isThis = and(eq(follows.userId, userId), eq(follows.kind, kind), eq(follows.valueKey, valueKey))
    const [known] = await tx
      .select({ ...lineColumns, userId: follows.userId })
      .from(follows)
      .where(isThis)
    if (known) {
      if (known.muted !== muted) await tx.update(follows).set({ muted }).where(isThis)
      const { userId: _, ...line } = known
      return { ok: true, line: { ...line, muted, title: named.title }, changed: known.muted !== muted }
    }
    const [all] = await tx.select({ n: count() }).from(follows).where(eq(follows.userId, userId))
    if ((all?.n ?? 0) >= mostFollows) {
      return { ok: false, field: 'value', error: `You follow and mute ${mostFollows} already: let one go first.` }
    }
    const row = { id: newSecret(), kind, value: named.value, muted, createdAt: now }
    await tx.insert(follows).values({ ...row, userId, valueKey })
    // Whoever begins to follow has seen what was there before.
    await tx.insert(followVisits).values({ userId, seenAt: now, seenBefore: now }).onConflictDoNothing()
    return { ok: true, line: { ...row, title: named.title }, changed: true }
  })
}

/** Neither follows nor mutes it any more. @returns false when they did neither */
export async function unfollow(userId: UserId, { kind, value }: What): Promise<boolean> {
  const isThis = and(eq(follows.userId, userId), eq(follows.kind, kind), eq(follows.valueKey, followKey(kind, value)))
  const gone = await write((tx) => tx.delete(follows).where(isThis).returning({ id: follows.id }))
  return gone.length > 0
}

/** For the person to take along. Times are ms since 1970. */
export function exportFollows(userId: UserId) {
  return db
    .select({ kind: follows.kind, value: follows.value, muted: follows.muted, since: follows.createdAt })
    .from(follows)
    .where(eq(follows.userId, userId))
}

/** Lets go of what is gone itself: a list, or a member who left, whose name somebody else may take. */
export async function dropFollowsOf(tx: Transaction, { kind, value }: What): Promise<void> {
  await tx.delete(follows).where(and(eq(follows.kind, kind), eq(follows.valueKey, followKey(kind, value))))
}

/** The statement, for the test that reads its plan. */
export function followsQuery(userId: string) {
  return db
    .select(lineColumns)
    .from(follows)
    .where(eq(follows.userId, userId))
    .orderBy(asc(follows.kind), asc(follows.valueKey))
}

const noList = 'There is no such list.'

const lineColumns = {
  id: follows.id,
  kind: follows.kind,
  value: follows.value,
  muted: follows.muted,
  createdAt: follows.createdAt,
}

/** A member's name as it is kept, a list's id with its name; null for those that are not there for this person. */
async function nameOf(tx: Transaction, userId: UserId, { kind, value }: What) {
  if (kind === 'member') {
    const [member] = await tx
      .select({ name: users.name })
      .from(users)
      .where(eq(users.nameKey, nameKeyOf(value)))
    return member ? { value: member.name, title: member.name } : null
  }
  if (kind === 'list') {
    const [list] = await tx.select().from(lists).where(eq(lists.id, value))
    return list && (list.isPublic || list.ownerId === userId) ? { value, title: list.name } : null
  }
  return { value, title: value }
}

async function listNames(userId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: lists.id, name: lists.name, ownerId: lists.ownerId, isPublic: lists.isPublic })
    .from(lists)
    .where(inArray(lists.id, [...ids]))
  return new Map(rows.filter((row) => row.isPublic || row.ownerId === userId).map(({ id, name }) => [id, name]))
}
