import { inArray, max } from 'drizzle-orm'
import { db, type Transaction } from '@/db/client'
import { facts, journal, savedSearches, searchPapers } from '@/db/schema'

/* How far saved searches have been asked: a number of the index, where new papers are, and a place in the journal. */

export type Places = { number: number; row: number }

const [numberFact, rowFact] = ['searches number', 'searches place']

/** The last paper and the last row that were looked at; null before there was a saved search. */
export async function getPlaces(): Promise<Places | null> {
  const rows = await db
    .select()
    .from(facts)
    .where(inArray(facts.name, [numberFact, rowFact]))
  const found = (name: string) => rows.find((fact) => fact.name === name)?.value
  const [number, row] = [found(numberFact), found(rowFact)]
  return number === undefined || row === undefined ? null : { number: Number(number), row: Number(row) }
}

/** In the transaction that keeps what was found, so that nothing is skipped. */
export async function keepPlaces(tx: Transaction, { number, row }: Places): Promise<void> {
  for (const [name, value] of [
    [numberFact, String(number)],
    [rowFact, String(row)],
  ] as const) {
    await tx.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } })
  }
}

/** Within the transaction that keeps the only search there is: what came before it is nothing to look at. */
export async function startPlaces(tx: Transaction): Promise<void> {
  const [any] = await tx.select({ id: savedSearches.id }).from(savedSearches).limit(1)
  if (!any) await keepPlaces(tx, await lastPlaces(tx))
}

/** Where papers and journal end now. */
export async function lastPlaces(from: typeof db | Transaction = db): Promise<Places> {
  const [paper] = await from.select({ last: max(searchPapers.number) }).from(searchPapers)
  const [row] = await from.select({ last: max(journal.id) }).from(journal)
  return { number: paper?.last ?? 0, row: row?.last ?? 0 }
}
