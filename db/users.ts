import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { append } from '@/db/journal'
import { nameKeyOf } from '@/db/name-keys'
import { consumeLink, getLink } from '@/db/one-time-links'
import { comments, papers, users, votes } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import type { PaperLine, Profile, Role, Viewer } from '@/db/types'
import type { AdminId, UserId } from '@/lib/authority'

/** What signing in needs to know; never leaves the server. */
export type Account = Viewer & { isSample: boolean; passwordHash: string | null; email: string | null }

export type NewUser = {
  name: string
  passwordHash?: string | null
  email?: string | null
  emailVerified?: Date | null
  fullName?: string | null
  image?: string | null
  role?: Role
}

export type Created = { ok: true; viewer: Viewer } | { ok: false; error: 'name taken' | 'invitation not valid' }

/** A person as anybody may see them. */
export async function getProfile(name: string): Promise<Profile | null> {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      fullName: users.fullName,
      bio: users.bio,
      role: users.role,
      isSample: users.isSample,
      votesPublic: users.votesPublic,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(eq(users.nameKey, nameKeyOf(name)))
  if (!row) return null
  const [submitted, voted, written] = await Promise.all([
    db.select({ n: count() }).from(papers).where(eq(papers.submitterId, row.id)),
    db.select({ n: count() }).from(votes).where(eq(votes.userId, row.id)),
    db
      .select({ n: count() })
      .from(comments)
      .where(and(eq(comments.authorId, row.id), isNull(comments.deletedAt), isNull(comments.hiddenAt))),
  ])
  return { ...row, counts: { papers: submitted[0]?.n ?? 0, votes: voted[0]?.n ?? 0, comments: written[0]?.n ?? 0 } }
}

export async function getUserByName(name: string): Promise<Account | null> {
  return getAccount(eq(users.nameKey, nameKeyOf(name)))
}

export async function getUserById(id: UserId): Promise<Account | null> {
  return getAccount(eq(users.id, id))
}

/** By an address that the person has confirmed; others are not kept. */
export async function getUserByEmail(email: string): Promise<Account | null> {
  return getAccount(eq(users.email, email.toLowerCase()))
}

/** Papers that this person put on the list, newest first. */
export async function listPapersOf(
  userId: string,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<PaperLine[]> {
  const rows = await papersOfQuery(userId, { limit, offset })
  return rows.map((row) => ({ ...row, at: row.at ?? 0 }))
}

/** The statement, for the test that reads its plan. */
export function papersOfQuery(userId: string, { limit, offset }: { limit: number; offset: number }) {
  return db
    .select({ id: papers.id, title: papers.title, upvotes: papers.upvotes, day: papers.day, at: papers.submittedAt })
    .from(papers)
    .where(eq(papers.submitterId, userId))
    .orderBy(sql`${papers.submittedAt} desc`)
    .limit(limit)
    .offset(offset)
}

/** Makes a person. Two who ask for one name at once: the key on nameKey lets one through. */
export function createUser({ invite, ...user }: NewUser & { invite?: string }, now: number): Promise<Created> {
  return write(async (tx) => {
    const link = invite === undefined ? null : ({ purpose: 'invite', token: invite } as const)
    if (link && !(await getLink(link, now, tx))) return { ok: false, error: 'invitation not valid' }
    const viewer = await insertUser(tx, user, now)
    if (!viewer) return { ok: false, error: 'name taken' }
    if (link) await consumeLink(tx, link, now)
    await noteChange(tx, viewer, now)
    return { ok: true, viewer }
  })
}

/** How many people there are, the sample's members included. */
export async function countPeople(_by: AdminId): Promise<number> {
  const [row] = await db.select({ n: count() }).from(users)
  return row?.n ?? 0
}

/**
 * A sample member gets no role, and the last admin keeps it. What somebody is already is not said again.
 * @param by null on the command line
 */
export function setRole(
  by: AdminId | null,
  name: string,
  role: Role,
  now: number,
): Promise<{ ok: true } | { ok: false; error: string }> {
  return write(async (tx) => {
    const [person] = await tx
      .select()
      .from(users)
      .where(eq(users.nameKey, nameKeyOf(name)))
    if (!person) return { ok: false, error: `There is nobody called ${name}.` }
    if (person.isSample) return { ok: false, error: `${person.name} is a sample member and cannot sign in.` }
    if (person.role === 'admin' && role !== 'admin') {
      const [admins] = await tx.select({ n: count() }).from(users).where(eq(users.role, 'admin'))
      if (admins?.n === 1) return { ok: false, error: `${person.name} is the only admin: make another one first.` }
    }
    if (person.role === role) return { ok: true }
    await tx.update(users).set({ role }).where(eq(users.id, person.id))
    await noteChange(tx, person, now)
    const data = { user: person.id, role, ...(by === null && { reason: 'on the command line' }) }
    await append(tx, { at: now, kind: 'role', paperId: null, day: null, userId: by, data })
    return { ok: true }
  })
}

/** The row alone, within somebody else's transaction; null when the name is taken. */
export async function insertUser(tx: Transaction, user: NewUser, now: number): Promise<Viewer | null> {
  const [made] = await tx
    .insert(users)
    .values({ ...user, id: newSecret(), nameKey: nameKeyOf(user.name), createdAt: now })
    .onConflictDoNothing({ target: users.nameKey })
    .returning({ id: users.id, name: users.name, role: users.role })
  return made ?? null
}

/** Says in the journal that a person was made or changed, so that pages that show them are forgotten. */
export async function noteChange(tx: Transaction, { id, name }: { id: string; name: string }, now: number) {
  await append(tx, { at: now, kind: 'person', paperId: null, day: null, userId: id, data: { name } })
}

async function getAccount(where: ReturnType<typeof eq>): Promise<Account | null> {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      isSample: users.isSample,
      passwordHash: users.passwordHash,
      email: users.email,
    })
    .from(users)
    .where(where)
  return row ?? null
}
