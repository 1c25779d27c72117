import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { oneTimeLinks } from '@/db/schema'
import { hashSecret, newSecret } from '@/db/secrets'
import { hourLength } from '@/lib/hours'

export type LinkPurpose = 'admin' | 'recover' | 'invite'

/** How long each works. The first admin's is made anew at every start while nobody is admin. */
const linkLife: Record<LinkPurpose, number> = {
  admin: 7 * 24 * hourLength,
  recover: hourLength,
  invite: 14 * 24 * hourLength,
}

type Asked = { purpose: LinkPurpose; token: string }

/**
 * Makes a link and keeps its hash. userId: whose password it recovers, or who invites.
 * @returns the token that stands in the address
 */
export async function createLink(purpose: LinkPurpose, userId: string | null, now: number): Promise<string> {
  const token = newSecret()
  const row = { hash: hashSecret(token), purpose, userId, createdAt: now, expiresAt: now + linkLife[purpose] }
  await write((tx) => tx.insert(oneTimeLinks).values(row))
  return token
}

/** Whether the link would work, without using it: opening an address must change nothing. */
export async function getLink(
  { purpose, token }: Asked,
  now: number,
  from: typeof db | Transaction = db,
): Promise<{ userId: string | null } | null> {
  const [row] = await from
    .select({ userId: oneTimeLinks.userId })
    .from(oneTimeLinks)
    .where(usable({ purpose, token }, now))
  return row ?? null
}

/** Uses the link up, in the transaction of what it is for. Null when it was used, ran out or never was. */
export async function consumeLink(
  tx: Transaction,
  asked: Asked,
  now: number,
): Promise<{ userId: string | null } | null> {
  const [row] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(usable(asked, now))
    .returning({ userId: oneTimeLinks.userId })
  return row ?? null
}

/** Withdraws all unused links of a purpose, for one person or for all. */
export async function dropLinks(tx: Transaction, purpose: LinkPurpose, userId?: string): Promise<void> {
  const unused = and(eq(oneTimeLinks.purpose, purpose), isNull(oneTimeLinks.usedAt))
  await tx.delete(oneTimeLinks).where(userId ? and(unused, eq(oneTimeLinks.userId, userId)) : unused)
}

/** Removes what has run out. @returns how many */
export async function pruneLinks(now: number): Promise<number> {
  const gone = await write((tx) =>
    tx.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, now)).returning({ hash: oneTimeLinks.hash }),
  )
  return gone.length
}

function usable({ purpose, token }: Asked, now: number) {
  return and(
    eq(oneTimeLinks.hash, hashSecret(token)),
    eq(oneTimeLinks.purpose, purpose),
    isNull(oneTimeLinks.usedAt),
    gt(oneTimeLinks.expiresAt, now),
  )
}
