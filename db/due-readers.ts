import { and, asc, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { outbox, subscriptions } from '@/db/schema'
import { groupBy } from '@/lib/group-by'
import { hourLength } from '@/lib/hours'
import { type Choices, choicesKey, type LetterTime } from '@/lib/letter-choices'

/* Readers whose letter is due, and how it comes into the outbox. */

export type DueReader = Choices & LetterTime & { id: string }

/** A letter of an issue and the readers to whom it goes; nextAt: when their next one is due (ms). */
export type Mailing = {
  issue: string
  choices: string
  /** Null where there is nothing to tell: then only the time moves on. */
  letterId: number | null
  readers: readonly { id: string; nextAt: number }[]
}

/** Readers whose letter is due, those first who wait longest. */
export async function listDueReaders(now: number, limit: number): Promise<DueReader[]> {
  return dueQuery(now, limit)
}

/**
 * Puts letters into the outbox and says when the next ones are due, all or nothing. A reader who meanwhile left or chose
 * otherwise is passed over, and stays due if they still are. What waited for a reader from an issue before is given up:
 * it is no news any more.
 * @returns how many letters came into the outbox
 */
export function enqueue(mailings: readonly Mailing[], now: number): Promise<number> {
  return write(async (tx) => {
    let queued = 0
    for (const { issue, choices, letterId, readers } of mailings) {
      const due = await stillDue(tx, readers, choices, now)
      await moveOn(tx, due)
      if (letterId === null || due.length === 0) continue
      queued += await queue(tx, { issue, letterId, readers: due.map(({ id }) => id) }, now)
    }
    return queued
  })
}

/** Readers whose next letter seems further ahead than one of theirs can be, those furthest ahead first. */
export async function listReadersAhead(frequency: LetterTime['frequency'], now: number, limit: number) {
  return aheadQuery(frequency, now + longestGap[frequency], limit)
}

/** Gives readers an earlier time; who has one meanwhile keeps it. */
export function bringBack(readers: Mailing['readers']): Promise<void> {
  return write(async (tx) => {
    for (const [nextAt, some] of groupBy(readers, (reader) => reader.nextAt)) {
      const ids = some.map(({ id }) => id)
      const isLater = and(eq(subscriptions.state, 'active'), gt(subscriptions.nextAt, nextAt))
      await tx
        .update(subscriptions)
        .set({ nextAt })
        .where(and(inArray(subscriptions.id, ids), isLater))
    }
  })
}

/** The statement, for the test that reads its plan. */
export function aheadQuery(frequency: LetterTime['frequency'], after: number, limit: number) {
  const isOfThese = and(eq(subscriptions.state, 'active'), eq(subscriptions.frequency, frequency))
  return db
    .select({ ...dueColumns, nextAt: subscriptions.nextAt })
    .from(subscriptions)
    .where(and(isOfThese, gt(subscriptions.nextAt, after)))
    .orderBy(desc(subscriptions.nextAt))
    .limit(limit)
}

// From any moment to the next letter, on the day that has an hour more.
const longestGap = { daily: 25 * hourLength, weekly: (7 * 24 + 1) * hourLength }

/** The statement, for the test that reads its plan. */
export function dueQuery(now: number, limit: number) {
  return db
    .select(dueColumns)
    .from(subscriptions)
    .where(and(eq(subscriptions.state, 'active'), lte(subscriptions.nextAt, now)))
    .orderBy(asc(subscriptions.nextAt))
    .limit(limit)
}

// The account of the address: what it saves is told there. Spelled out, as columns of one table have no name of it.
const searchesOfReader = sql`(
  select json_group_array(saved_searches.asked) from users
  join saved_searches on saved_searches.user_id = users.id and saved_searches.in_letter = 1
  where users.email = subscriptions.email
)`.mapWith((asked: string): string[] => JSON.parse(asked))

const dueColumns = {
  id: subscriptions.id,
  frequency: subscriptions.frequency,
  hour: subscriptions.hour,
  timezone: subscriptions.timezone,
  papers: subscriptions.papers,
  minUpvotes: subscriptions.minUpvotes,
  categories: subscriptions.categories,
  keywords: subscriptions.keywords,
  authors: subscriptions.authors,
  searches: searchesOfReader,
}

async function stillDue(tx: Transaction, readers: Mailing['readers'], choices: string, now: number) {
  const nextAt = new Map(readers.map((reader) => [reader.id, reader.nextAt]))
  const isDue = and(eq(subscriptions.state, 'active'), lte(subscriptions.nextAt, now))
  const rows = await tx
    .select(dueColumns)
    .from(subscriptions)
    .where(and(inArray(subscriptions.id, [...nextAt.keys()]), isDue))
  return rows.filter((row) => choicesKey(row) === choices).map(({ id }) => ({ id, nextAt: nextAt.get(id) ?? now }))
}

/** Most readers of a zone are due at the same time again: one statement for each time. */
async function moveOn(tx: Transaction, readers: Mailing['readers']): Promise<void> {
  const byTime = groupBy(readers, ({ nextAt }) => nextAt)
  for (const [nextAt, due] of byTime) {
    const ids = due.map(({ id }) => id)
    await tx.update(subscriptions).set({ nextAt }).where(inArray(subscriptions.id, ids))
  }
}

type Queued = { issue: string; letterId: number; readers: string[] }

async function queue(tx: Transaction, { issue, letterId, readers }: Queued, now: number): Promise<number> {
  await tx
    .update(outbox)
    .set({ state: 'failed', doneAt: now, answer: 'The next letter was due before it could be sent.' })
    .where(and(inArray(outbox.subscriptionId, readers), eq(outbox.state, 'waiting'), ne(outbox.issue, issue)))
  // Prepared as of a later instant, as npm run job can, it is there to be sent all the same.
  const nextAt = Math.min(now, Date.now())
  const rows = readers.map((subscriptionId) => ({ subscriptionId, issue, letterId, nextAt }))
  const added = await tx
    .insert(outbox)
    .values(rows.map((row) => ({ ...row, state: 'waiting' as const })))
    .onConflictDoNothing()
    .returning({ id: outbox.id })
  return added.length
}
