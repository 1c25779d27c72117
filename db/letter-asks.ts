import { and, eq, gt, lte } from 'drizzle-orm'
import type { db, Transaction } from '@/db/client'
import { letterAsks, subscriptions } from '@/db/schema'
import { newSecret } from '@/db/secrets'

/* What was asked for in the mails that wait to be confirmed: each link begins the letter as its own mail said. */

type Ask = Omit<typeof letterAsks.$inferInsert, 'id'>

/** Keeps what is asked for, the same choices once. @returns its id, of which the link is made */
export async function noteAsk(tx: Transaction, ask: Ask): Promise<string> {
  const { subscriptionId, choices, expiresAt } = ask
  const isSame = and(eq(letterAsks.subscriptionId, subscriptionId), eq(letterAsks.choices, choices))
  const [before] = await tx.update(letterAsks).set({ expiresAt }).where(isSame).returning({ id: letterAsks.id })
  if (before) return before.id
  const id = newSecret()
  await tx.insert(letterAsks).values({ id, ...ask })
  return id
}

/** An ask that has not run out, with the reader that it would make. */
export function askQuery(from: typeof db | Transaction, id: string, now: number) {
  return from
    .select({ ask: letterAsks, row: subscriptions })
    .from(letterAsks)
    .innerJoin(subscriptions, eq(subscriptions.id, letterAsks.subscriptionId))
    .where(and(eq(letterAsks.id, id), gt(letterAsks.expiresAt, now)))
}

/** All that were asked for one address, when one of them is confirmed or none is wanted any more. */
export async function endAsks(tx: Transaction, subscriptionId: string): Promise<void> {
  await tx.delete(letterAsks).where(eq(letterAsks.subscriptionId, subscriptionId))
}

export async function pruneAsks(tx: Transaction, now: number): Promise<void> {
  await tx.delete(letterAsks).where(lte(letterAsks.expiresAt, now))
}
