import { eq } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { consumeLink, dropLinks, getLink } from '@/db/one-time-links'
import { users } from '@/db/schema'
import type { Viewer } from '@/db/types'
import { insertUser, type NewUser, noteChange } from '@/db/users'
import type { UserId } from '@/lib/authority'

type Claimed = { ok: true; viewer: Viewer } | { ok: false; error: 'link not valid' | 'name taken' }

/** While nobody is, the first-admin link works. */
export async function hasAdmin(): Promise<boolean> {
  return adminExists(db)
}

/**
 * Makes the first admin: somebody new, or the one who is signed in. One transaction, so that of two who open the
 * link at once one becomes it; a refused name does not use the link up.
 */
export function claimAdmin(token: string, person: NewUser | UserId, now: number): Promise<Claimed> {
  return write(async (tx) => {
    const link = { purpose: 'admin', token } as const
    if ((await adminExists(tx)) || !(await getLink(link, now, tx))) return { ok: false, error: 'link not valid' }
    const isHere = typeof person === 'string'
    const viewer = isHere ? await promote(tx, person) : await insertUser(tx, { ...person, role: 'admin' }, now)
    if (!viewer) return { ok: false, error: 'name taken' }
    await consumeLink(tx, link, now)
    await dropLinks(tx, 'admin')
    await noteChange(tx, viewer, now)
    return { ok: true, viewer }
  })
}

async function promote(tx: Transaction, userId: UserId): Promise<Viewer | null> {
  const [row] = await tx
    .update(users)
    .set({ role: 'admin' })
    .where(eq(users.id, userId))
    .returning({ id: users.id, name: users.name, role: users.role })
  return row ?? null
}

async function adminExists(from: typeof db | Transaction): Promise<boolean> {
  const [row] = await from.select({ id: users.id }).from(users).where(eq(users.role, 'admin')).limit(1)
  return row !== undefined
}
