import { eq, gte, min } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { lastJournalId } from '@/db/journal'
import { facts, journal, webhooks } from '@/db/schema'
import { addDays, type FeedClock, feedDay } from '@/lib/days'

/* How far webhooks have been told: a place in the journal, and a feed day. */

const [placeFact, dayFact] = ['webhooks place', 'webhooks day']
/** Days that closed while nobody looked, and are told afterwards. */
const daysCaughtUp = 7
const farBehind = 500

/** The journal's row that was the last to be looked at. Before the first look, the last before there was a webhook. */
export async function getPlace(): Promise<number> {
  const place = await getFact(placeFact)
  if (place !== null) return Number(place)
  const [oldest] = await db.select({ since: min(webhooks.createdAt) }).from(webhooks)
  if (!oldest || oldest.since === null) return lastJournalId()
  const [first] = await db
    .select({ id: min(journal.id) })
    .from(journal)
    .where(gte(journal.at, oldest.since))
  return first && first.id !== null ? first.id - 1 : lastJournalId()
}

/** While nobody wants to be told anything, the place follows at a distance: a write for each look would be for nothing. */
export async function moveOn(place: number): Promise<void> {
  if (!(await isFarBehind(place))) return
  const last = await lastJournalId()
  await write((tx) => keep(tx, placeFact, String(last)))
}

/** Far enough for the place to follow; one that was never kept is. */
export async function isFarBehind(place: number): Promise<boolean> {
  return (await lastJournalId()) - place >= farBehind || (await getFact(placeFact)) === null
}

/** In the transaction that makes the messages, so that nothing is skipped. */
export async function keepPlaces(tx: Transaction, { place, day }: { place: number; day: string }): Promise<void> {
  await keep(tx, placeFact, String(place))
  await keep(tx, dayFact, day)
}

/**
 * The days that have closed since the last look, oldest first; `last` is the one to remember. After a look as of a time
 * to come it is today’s again: no day is passed over, and none is told twice, as a message is made once.
 */
export async function closedDays(
  now: number,
  clock: FeedClock,
): Promise<{ days: string[]; last: string; isKnown: boolean }> {
  const known = await getFact(dayFact)
  const newest = addDays(feedDay(now, clock), -1)
  const earliest = addDays(newest, 1 - daysCaughtUp)
  const recent = Array.from({ length: daysCaughtUp }, (_, i) => addDays(earliest, i))
  const days = recent.filter((day) => known === null || day > known)
  return { days, last: newest, isKnown: known === newest }
}

async function keep(tx: Transaction, name: string, value: string): Promise<void> {
  await tx.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } })
}

async function getFact(name: string): Promise<string | null> {
  const [fact] = await db.select().from(facts).where(eq(facts.name, name))
  return fact?.value ?? null
}
