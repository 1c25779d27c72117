import { and, count, eq } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { freeName, nameFrom } from '@/db/free-name'
import { accounts, users } from '@/db/schema'
import { insertUser, noteChange } from '@/db/users'
import type { UserId } from '@/lib/authority'

/** Whether somebody signs in with this account of another site. */
export async function hasAccount(provider: string, providerAccountId: string): Promise<boolean> {
  const [row] = await db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)))
  return row !== undefined
}

export type Newcomer = { name?: string | null; email?: string | null; fullName?: string | null; image?: string | null }

/** Makes a person for somebody who came from another site, with the first free name like theirs. */
export function createUserFromElsewhere(newcomer: Newcomer, now: number): Promise<{ id: string; name: string }> {
  return write(async (tx) => {
    const email = newcomer.email?.toLowerCase() ?? null
    const made = await insertUser(
      tx,
      {
        name: await freeName(tx, nameFrom(newcomer.name ?? '')),
        fullName: newcomer.fullName ?? null,
        image: newcomer.image ?? null,
        email,
        emailVerified: email ? new Date(now) : null,
      },
      now,
    )
    if (!made) throw new Error('A name that was free in this transaction is taken.')
    await noteChange(tx, made, now)
    return made
  })
}

/** Signs in no longer by that site. @returns false when it is the last way in */
export function dropAccount(userId: UserId, provider: string): Promise<boolean> {
  return write(async (tx) => {
    const mine = eq(accounts.userId, userId)
    const [person] = await tx
      .select({ passwordHash: users.passwordHash, email: users.email })
      .from(users)
      .where(eq(users.id, userId))
    const [ways] = await tx.select({ n: count() }).from(accounts).where(mine)
    if (!person?.passwordHash && !person?.email && (ways?.n ?? 0) < 2) return false
    await tx.delete(accounts).where(and(mine, eq(accounts.provider, provider)))
    return true
  })
}
