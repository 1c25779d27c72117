import { and, asc, eq, inArray, lt, lte } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { letters, outbox, subscriptions } from '@/db/schema'
import { forgiveRefusals, noteRefusal } from '@/db/subscriptions'
import type { LetterTime } from '@/lib/letter-choices'
import type { LinkSecrets } from '@/lib/subscription-token'

/*
 * Mail that is to go out, one for each reader and issue. A row is 'sending' before the mail server hears of it: whoever is
 * killed in between leaves it so, and it is not sent again (docs/decisions/0009).
 */

/** A mail that this process alone may send now. */
export type Claimed = {
  id: number
  letterId: number
  issue: string
  /** How often it was tried, this time included. */
  attempts: number
  /** When its letter was made (ms). */
  createdAt: number
  reader: LetterTime & LinkSecrets & { id: string; email: string; confirmedAt: number | null }
}

/** What became of a mail. 'refused': by the address, for good. 'failed': for good, and not the address's fault. */
export type Outcome = { id: number; readerId: string; answer: string } & (
  | { is: 'sent' | 'refused' | 'failed' | 'unclear' }
  | { is: 'later'; nextAt: number }
)

/** Gives up what a process that was killed had begun to send. Only who holds the job's lease may say so. */
export function giveUpInterrupted(now: number): Promise<number> {
  return write(async (tx) => {
    const answer = 'The site was ended between sending it and noting that.'
    const rows = await tx
      .update(outbox)
      .set({ state: 'unclear', doneAt: now, answer })
      .where(eq(outbox.state, 'sending'))
      .returning({ id: outbox.id })
    return rows.length
  })
}

/** Whether any mail is due, or was left by a process that was killed. Only reads. */
export async function hasMail(now: number): Promise<boolean> {
  if ((await countDue(now, 1)) > 0) return true
  const begun = await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.state, 'sending')).limit(1)
  return begun.length > 0
}

/** How many mails are due, counted up to the most. */
export async function countDue(now: number, most: number): Promise<number> {
  const due = await db.select({ id: outbox.id }).from(outbox).where(isDue(now)).limit(most)
  return due.length
}

/**
 * Notes what became of mails, and takes so many that are due to be sent next. Mail to those who left meanwhile is given up.
 */
export function noteAndClaim(outcomes: readonly Outcome[], wanted: number, now: number): Promise<Claimed[]> {
  return write(async (tx) => {
    for (const outcome of outcomes) await note(tx, outcome, now)
    return wanted > 0 ? claim(tx, wanted, now) : []
  })
}

/** Removes what was done with before this time. */
export async function pruneOutbox(before: number): Promise<void> {
  let removed = batch
  while (removed === batch) {
    removed = await write(async (tx) => {
      const old = tx.select({ id: outbox.id }).from(outbox).where(lt(outbox.doneAt, before)).limit(batch)
      return (await tx.delete(outbox).where(inArray(outbox.id, old)).returning({ id: outbox.id })).length
    })
  }
}

/** The statement, for the test that reads its plan. */
export function waitingQuery(from: typeof db | Transaction, now: number, limit: number) {
  return from
    .select({
      id: outbox.id,
      letterId: outbox.letterId,
      issue: outbox.issue,
      attempts: outbox.attempts,
      createdAt: letters.createdAt,
      state: subscriptions.state,
      reader: {
        id: subscriptions.id,
        email: subscriptions.email,
        secret: subscriptions.secret,
        leaveSecret: subscriptions.leaveSecret,
        frequency: subscriptions.frequency,
        hour: subscriptions.hour,
        timezone: subscriptions.timezone,
        confirmedAt: subscriptions.confirmedAt,
      },
    })
    .from(outbox)
    .innerJoin(subscriptions, eq(subscriptions.id, outbox.subscriptionId))
    .innerJoin(letters, eq(letters.id, outbox.letterId))
    .where(isDue(now))
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(limit)
}

function isDue(now: number) {
  return and(eq(outbox.state, 'waiting'), lte(outbox.nextAt, now))
}

// A transaction of a few hundredths of a second: votes wait no longer.
const batch = 1_000

async function claim(tx: Transaction, wanted: number, now: number): Promise<Claimed[]> {
  const due = await waitingQuery(tx, now, wanted)
  const [active, gone] = [due.filter(({ state }) => state === 'active'), due.filter(({ state }) => state !== 'active')]
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id)
    const ended = { state: 'failed' as const, doneAt: now, answer: 'The reader left before it was sent.' }
    await tx.update(outbox).set(ended).where(inArray(outbox.id, ids))
  }
  for (const { id, attempts } of active)
    await tx
      .update(outbox)
      .set({ state: 'sending', attempts: attempts + 1, nextAt: now })
      .where(eq(outbox.id, id))
  const claimed = active.map(({ state: _, ...row }) => ({ ...row, attempts: row.attempts + 1 }))
  const missing = wanted - claimed.length
  return gone.length > 0 && missing > 0 ? [...claimed, ...(await claim(tx, missing, now))] : claimed
}

async function note(tx: Transaction, outcome: Outcome, now: number): Promise<void> {
  const { id, readerId, is } = outcome
  const answer = outcome.answer.slice(0, longestAnswer)
  const noted =
    is === 'later'
      ? { state: 'waiting' as const, nextAt: outcome.nextAt, answer }
      : { state: is === 'refused' ? ('failed' as const) : is, doneAt: now, answer }
  // One that another process has given up meanwhile is known after all.
  const isOurs = inArray(outbox.state, is === 'later' ? ['sending'] : ['sending', 'unclear'])
  await tx
    .update(outbox)
    .set(noted)
    .where(and(eq(outbox.id, id), isOurs))
  if (is === 'sent') await forgiveRefusals(tx, readerId)
  if (is === 'refused') await noteRefusal(tx, readerId)
}

const longestAnswer = 300
