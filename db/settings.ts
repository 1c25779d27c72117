import { eq } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { accounts, users } from '@/db/schema'
import { noteChange } from '@/db/users'
import type { UserId } from '@/lib/authority'

/** What a person's settings page shows; for their own eyes. */
export type Settings = {
  fullName: string | null
  bio: string | null
  email: string | null
  votesPublic: boolean
  hasPassword: boolean
  /** Other sites by which they sign in. */
  providers: string[]
}

export async function getSettings(userId: UserId): Promise<Settings | null> {
  const [row] = await db
    .select({
      fullName: users.fullName,
      bio: users.bio,
      email: users.email,
      votesPublic: users.votesPublic,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.id, userId))
  if (!row) return null
  const linked = await db.select({ provider: accounts.provider }).from(accounts).where(eq(accounts.userId, userId))
  const { passwordHash, ...rest } = row
  return { ...rest, hasPassword: passwordHash !== null, providers: linked.map(({ provider }) => provider) }
}

/** Empty texts are kept as nothing. */
export async function updateProfile(
  userId: UserId,
  { fullName, bio }: { fullName: string; bio: string },
  now: number,
): Promise<void> {
  await change(userId, { fullName: fullName || null, bio: bio || null }, now)
}

/** Whether their page shows what they voted for. */
export async function updatePrivacy(userId: UserId, votesPublic: boolean, now: number): Promise<void> {
  await change(userId, { votesPublic }, now)
}

async function change(userId: UserId, values: Partial<typeof users.$inferInsert>, now: number): Promise<void> {
  await write(async (tx) => {
    const [person] = await tx.update(users).set(values).where(eq(users.id, userId)).returning()
    if (person) await noteChange(tx, person, now)
  })
}
