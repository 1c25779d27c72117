import { hash, verify } from '@node-rs/argon2'
import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import { consumeLink, dropLinks } from '@/db/one-time-links'
import { sessions, tokens, users } from '@/db/schema'
import type { UserId } from '@/lib/authority'

// OWASP's floor for argon2id (the library's default kind): 19 MiB, two passes, one lane; tens of milliseconds, on a
// thread of its own.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/**
 * Whether the password fits. Without a hash (nobody of that name, or somebody without a password) it takes as long
 * and says no, so that time does not tell names.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'))
  return passwordHash !== null && fits
}

const nobody = hashPassword('nobody has this password')

/**
 * Keeps a new password and ends every other session. Tokens stay, since a person who changes a password wants no
 * program of theirs to stop; they are listed beside it, and recoverPassword ends them too.
 */
export async function updatePassword(userId: UserId, passwordHash: string, keepSession: string | null): Promise<void> {
  await write(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
    const mine = eq(sessions.userId, userId)
    await tx.delete(sessions).where(keepSession ? and(mine, ne(sessions.id, keepSession)) : mine)
    await dropLinks(tx, 'recover', userId)
  })
}

/**
 * Uses a recovery link up: the new password stands, and every session and token ends, as somebody else may have
 * made them.
 * @returns the person's name; null when the link does not work
 */
export function recoverPassword(token: string, passwordHash: string, now: number): Promise<string | null> {
  return write(async (tx) => {
    const link = await consumeLink(tx, { purpose: 'recover', token }, now)
    if (!link?.userId) return null
    const [person] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, link.userId), eq(users.isSample, false)))
      .returning({ name: users.name })
    await tx.delete(sessions).where(eq(sessions.userId, link.userId))
    await tx.delete(tokens).where(eq(tokens.userId, link.userId))
    await dropLinks(tx, 'recover', link.userId)
    return person?.name ?? null
  })
}
