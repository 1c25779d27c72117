import { and, eq, lte } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { paces } from '@/db/schema'

/* When services outside may be asked: whoever takes a turn has it alone, in whichever process, until it gives it back. */

/**
 * Takes a service's turn, if it has been free since a time, until another: so long it stays taken when this process dies.
 * @returns whether it was free
 */
export function takeTurn(host: string, { freeSince, until }: { freeSince: number; until: number }): Promise<boolean> {
  return write(async (tx) => {
    const taken = await tx
      .insert(paces)
      .values({ host, freeAt: until })
      .onConflictDoUpdate({ target: paces.host, set: { freeAt: until }, setWhere: lte(paces.freeAt, freeSince) })
      .returning({ host: paces.host })
    return taken.length > 0
  })
}

/** Gives back a turn that was taken until a time: the next may have it from another on. */
export async function giveTurnBack(host: string, until: number, freeAt: number): Promise<void> {
  const isOurs = and(eq(paces.host, host), eq(paces.freeAt, until))
  await write((tx) => tx.update(paces).set({ freeAt }).where(isOurs))
}

/** When the turn is free, as far as is known; 0 for a service that was never asked. */
export async function turnFreeAt(host: string): Promise<number> {
  const [pace] = await db.select({ freeAt: paces.freeAt }).from(paces).where(eq(paces.host, host))
  return pace?.freeAt ?? 0
}
