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

/** Keeps a turn that was taken until a time until a later one, or gives it back. False when it was lost. */
export function moveTurn(host: string, until: number, freeAt: number): Promise<boolean> {
  const isOurs = and(eq(paces.host, host), eq(paces.freeAt, until))
  return write(async (tx) => {
    const moved = await tx.update(paces).set({ freeAt }).where(isOurs).returning({ host: paces.host })
    return moved.length > 0
  })
}

/** When the turn is free, as far as is known; 0 for a service that was never asked. */
export async function turnFreeAt(host: string): Promise<number> {
  const [pace] = await db.select({ freeAt: paces.freeAt }).from(paces).where(eq(paces.host, host))
  return pace?.freeAt ?? 0
}
