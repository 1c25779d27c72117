import { and, asc, count, desc, eq, gt, inArray, isNull, lt, max, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { nameBeginsWith, nameKeyOf } from '@/db/name-keys'
import { comments, sessions, users, votes } from '@/db/schema'
import type { PersonLine } from '@/db/types'
import type { AdminId } from '@/lib/authority'

/** Whom an admin looks for: everybody, those who moderate, or whose name begins so or whose address it is. */
export type PeopleAsked = { find: string; only: 'all' | 'moderators'; after: string | null; limit: number }

/** One page of people: those found by name, else those who joined last first. `next` is where the next page begins. */
export async function listPeople(
  _by: AdminId,
  { find, only, after, limit }: PeopleAsked,
): Promise<{ people: PersonLine[]; next: string | null }> {
  const rows = await (find.includes('@')
    ? personOfAddressQuery(find)
    : find
      ? peopleOfNameQuery(find, after, limit + 1)
      : only === 'moderators'
        ? moderatorsQuery(placeOf(after), limit + 1)
        : peopleQuery(placeOf(after), limit + 1))
  const page = rows.slice(0, limit)
  const counts = await countsOf(page.map(({ id }) => id))
  const last = page.at(-1)
  return {
    people: page.map(({ id, place: _, ...person }) => ({ ...person, ...counts(id) })),
    next: rows.length > limit && last ? (find ? nameKeyOf(last.name) : String(last.place)) : null,
  }
}

// In the order of their rows, which is that of joining.
const place = sql<number>`${users}.rowid`
const line = {
  place,
  id: users.id,
  name: users.name,
  fullName: users.fullName,
  role: users.role,
  isSample: users.isSample,
  createdAt: users.createdAt,
}

/** The statement, for the test that reads its plan; so are those below. */
export function peopleQuery(before: number, limit: number) {
  return db.select(line).from(users).where(lt(place, before)).orderBy(desc(place)).limit(limit)
}

export function moderatorsQuery(before: number, limit: number) {
  const moderate = inArray(users.role, ['moderator', 'admin'])
  return db
    .select(line)
    .from(users)
    .where(and(moderate, lt(place, before)))
    .orderBy(desc(place))
    .limit(limit)
}

export function peopleOfNameQuery(name: string, after: string | null, limit: number) {
  const further = after === null ? undefined : gt(users.nameKey, after)
  return db
    .select(line)
    .from(users)
    .where(and(nameBeginsWith(nameKeyOf(name)), further))
    .orderBy(asc(users.nameKey))
    .limit(limit)
}

export function personOfAddressQuery(email: string) {
  return db.select(line).from(users).where(eq(users.email, email.toLowerCase())).limit(1)
}

export function votesOfPeopleQuery(ids: readonly string[]) {
  return db
    .select({ id: votes.userId, n: count() })
    .from(votes)
    .where(inArray(votes.userId, [...ids]))
    .groupBy(votes.userId)
}

export function commentsOfPeopleQuery(ids: readonly string[]) {
  return db
    .select({ id: comments.authorId, n: count() })
    .from(comments)
    .where(and(inArray(comments.authorId, [...ids]), isNull(comments.deletedAt)))
    .groupBy(comments.authorId)
}

export function seenQuery(ids: readonly string[]) {
  return db
    .select({ id: sessions.userId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.userId, [...ids]))
    .groupBy(sessions.userId)
}

async function countsOf(ids: readonly string[]) {
  const [voted, written, seen] = await Promise.all([
    votesOfPeopleQuery(ids),
    commentsOfPeopleQuery(ids),
    seenQuery(ids),
  ])
  const votesOf = new Map(voted.map(({ id, n }) => [id, n]))
  const commentsOf = new Map(written.map(({ id, n }) => [id, n]))
  const seenOf = new Map(seen.map(({ id, at }) => [id, at]))
  return (id: string) => ({
    votes: votesOf.get(id) ?? 0,
    comments: commentsOf.get(id) ?? 0,
    seenAt: seenOf.get(id) ?? null,
  })
}

function placeOf(after: string | null): number {
  return after === null ? Number.MAX_SAFE_INTEGER : Number(after)
}
