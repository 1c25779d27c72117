import { and, desc, eq, gt, lt, ne } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import type { Viewer } from '@/db/types'
import type { UserId } from '@/lib/authority'

const day = 86_400_000

/** A session ends this long after it was last used. */
export const sessionLife = 60 * day

/** One row of "where you are signed in". Times are ms since 1970. */
export type SignedIn = { id: string; userAgent: string | null; createdAt: number; lastSeenAt: number }

/** Who this session belongs to; null when it has ended, was ended elsewhere, or its person cannot sign in. */
export async function getSessionViewer(id: string, now: number): Promise<Viewer | null> {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      isSample: users.isSample,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
  if (!row || row.isSample) return null
  if (now - row.lastSeenAt > day / 24) await touch(id, now)
  return { id: row.id, name: row.name, role: row.role }
}

/** Newest use first. */
export async function listSessions(userId: UserId, now: number): Promise<SignedIn[]> {
  return db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt))
}

/** @returns the id to put into the cookie */
export async function startSession(userId: string, userAgent: string | null, now: number): Promise<string> {
  const id = newSecret()
  const row = { id, userId, userAgent: userAgent?.slice(0, 300) ?? null, createdAt: now, lastSeenAt: now }
  await write((tx) => tx.insert(sessions).values({ ...row, expiresAt: now + sessionLife }))
  return id
}

export async function endSession(id: string): Promise<void> {
  await write((tx) => tx.delete(sessions).where(eq(sessions.id, id)))
}

/** Ends one session of this person; that of somebody else stays. */
export async function endOwnSession(userId: UserId, id: string): Promise<void> {
  await write((tx) => tx.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, userId))))
}

/** Ends all sessions of a person, or all but one. */
export async function endSessions(userId: UserId, except?: string | null): Promise<void> {
  const mine = eq(sessions.userId, userId)
  await write((tx) => tx.delete(sessions).where(except ? and(mine, ne(sessions.id, except)) : mine))
}

/** Removes what has run out. @returns how many */
export async function pruneSessions(now: number): Promise<number> {
  const gone = await write((tx) =>
    tx.delete(sessions).where(lt(sessions.expiresAt, now)).returning({ id: sessions.id }),
  )
  return gone.length
}

// At most once an hour: a read that asks who is there must not be a write.
async function touch(id: string, now: number): Promise<void> {
  await write((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: now + sessionLife })
      .where(eq(sessions.id, id)),
  )
}
