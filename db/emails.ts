import { and, eq, gt, lt, or } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { freeName, nameFrom } from '@/db/free-name'
import { users, verificationTokens } from '@/db/schema'
import { hashSecret, newSecret } from '@/db/secrets'
import { forgetReader, moveReader } from '@/db/subscriptions'
import type { Viewer } from '@/db/types'
import { insertUser, noteChange } from '@/db/users'
import type { UserId } from '@/lib/authority'
import { hourLength } from '@/lib/hours'

/* Letters with a link that signs in or confirms an address. An address that was not confirmed is never kept. */

const life = { signIn: hourLength, confirm: 86_400_000 }

type Purpose = 'sign-in' | `confirm:${string}`

/** @returns the token that stands in the letter's link */
export function createSignInToken(email: string, now: number): Promise<string> {
  return createEmailToken('sign-in', email, now + life.signIn)
}

/** @returns the token by which this person confirms that the address is theirs */
export function createConfirmToken(userId: UserId, email: string, now: number): Promise<string> {
  return createEmailToken(`confirm:${userId}`, email, now + life.confirm)
}

/** The address that a token was sent to, without using it up; null when it does not work. */
export async function getEmailOfToken(token: string, now: number): Promise<string | null> {
  return (await findToken(db, token, now))?.email ?? null
}

/**
 * Uses a sign-in token up. Somebody with that address, or somebody new where that is allowed, named after the
 * address's first half.
 */
export function signInByEmail(token: string, { mayJoin }: { mayJoin: boolean }, now: number): Promise<Viewer | null> {
  return write(async (tx) => {
    const found = await findToken(tx, token, now)
    if (found?.purpose !== 'sign-in') return null
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, found.identifier))
    const [known] = await tx
      .select({ id: users.id, name: users.name, role: users.role, isSample: users.isSample })
      .from(users)
      .where(eq(users.email, found.email))
    if (known) return known.isSample ? null : { id: known.id, name: known.name, role: known.role }
    if (!mayJoin) return null
    const name = await freeName(tx, nameFrom(found.email.split('@')[0] ?? ''))
    const made = await insertUser(tx, { name, email: found.email, emailVerified: new Date(now) }, now)
    if (made) await noteChange(tx, made, now)
    return made
  })
}

/** Uses a confirmation up: the address is this person's now. @returns it, or null when it is not to be had */
export function confirmEmail(token: string, userId: UserId, now: number): Promise<string | null> {
  return write(async (tx) => {
    const found = await findToken(tx, token, now)
    if (found?.purpose !== `confirm:${userId}`) return null
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, found.identifier))
    const [owner] = await tx.select({ id: users.id }).from(users).where(eq(users.email, found.email))
    if (owner && owner.id !== userId) return null
    const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
    await moveReader(tx, { userId, from: person?.email ?? null, to: found.email })
    await tx
      .update(users)
      .set({ email: found.email, emailVerified: new Date(now) })
      .where(eq(users.id, userId))
    return found.email
  })
}

/** Takes the address away; mail can no longer recover the password, and the letter ends. */
export async function removeEmail(userId: UserId): Promise<void> {
  await write(async (tx) => {
    const [person] = await tx.select({ id: users.id, email: users.email }).from(users).where(eq(users.id, userId))
    if (person) await forgetReader(tx, person)
    await tx.update(users).set({ email: null, emailVerified: null }).where(eq(users.id, userId))
  })
}

/** Removes the letters under way to a person who leaves: one that signs in would make them anew. */
export async function dropEmailTokens(tx: Transaction, { id, email }: { id: string; email: string | null }) {
  const { identifier } = verificationTokens
  // Whatever address they were to confirm; '!' is what comes after the space.
  const confirms = and(gt(identifier, `confirm:${id} `), lt(identifier, `confirm:${id}!`))
  const signsIn = email === null ? undefined : eq(identifier, `sign-in ${email}`)
  await tx.delete(verificationTokens).where(or(confirms, signsIn))
}

/** Removes what has run out. */
export async function pruneEmailTokens(now: number): Promise<number> {
  const isOver = lt(verificationTokens.expires, new Date(now))
  return (await write((tx) => tx.delete(verificationTokens).where(isOver))).rowsAffected
}

async function createEmailToken(purpose: Purpose, email: string, expiresAt: number): Promise<string> {
  const token = newSecret()
  const row = { identifier: `${purpose} ${email}`, token: hashSecret(token), expires: new Date(expiresAt) }
  await write((tx) => tx.insert(verificationTokens).values(row))
  return token
}

async function findToken(from: typeof db | Transaction, token: string, now: number) {
  const [row] = await from
    .select({ identifier: verificationTokens.identifier })
    .from(verificationTokens)
    .where(and(eq(verificationTokens.token, hashSecret(token)), gt(verificationTokens.expires, new Date(now))))
  if (!row) return null
  const space = row.identifier.indexOf(' ')
  const [purpose, email] = [row.identifier.slice(0, space), row.identifier.slice(space + 1)]
  return { identifier: row.identifier, purpose, email }
}
