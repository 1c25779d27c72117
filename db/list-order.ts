import { and, asc, desc, eq, gt, lt, max, min, ne } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { changeEntry, type Entry, isEntry, type Noted, touch, type Which } from '@/db/list-papers'
import { listPapers } from '@/db/schema'
import type { UserId } from '@/lib/authority'
import type { Place } from '@/lib/list-schema'
import { between, spread } from '@/lib/positions'

/** Moves a paper one place, or to an end; where it stands there already, it stays. */
export function movePaper(userId: UserId, which: Which, to: Place, now: number): Promise<Noted> {
  return changeEntry(userId, which, async (tx, entry): Promise<Noted> => {
    const gap = await gapAt(tx, entry, to)
    if (!gap) return { ok: true }
    const position = between(gap.before, gap.after)
    const place = position ?? (await makePlace(tx, entry, to))
    await tx.update(listPapers).set({ position: place }).where(isEntry(entry))
    await touch(tx, entry.listId, now)
    return { ok: true }
  })
}

/** The places between which a paper goes; null when it need not move. */
async function gapAt(tx: Transaction, { listId, paperId, position }: Entry, to: Place) {
  const others = and(eq(listPapers.listId, listId), ne(listPapers.paperId, paperId))
  const place = { position: listPapers.position }
  if (to === 'top' || to === 'bottom') {
    const [ends] = await tx
      .select({ first: min(listPapers.position), last: max(listPapers.position) })
      .from(listPapers)
      .where(others)
    const [first, last] = [ends?.first ?? null, ends?.last ?? null]
    if (first === null || last === null || (to === 'top' ? position < first : position > last)) return null
    return to === 'top' ? { before: null, after: first } : { before: last, after: null }
  }
  const isUp = to === 'up'
  const [near, far] = await tx
    .select(place)
    .from(listPapers)
    .where(and(others, (isUp ? lt : gt)(listPapers.position, position)))
    .orderBy((isUp ? desc : asc)(listPapers.position))
    .limit(2)
  if (!near) return null
  return isUp
    ? { before: far?.position ?? null, after: near.position }
    : { before: near.position, after: far?.position ?? null }
}

/** No number is left between the two: gives all of them fresh ones, and looks again. */
async function makePlace(tx: Transaction, entry: Entry, to: Place): Promise<number> {
  await respread(tx, entry.listId)
  const [fresh] = await tx.select().from(listPapers).where(isEntry(entry))
  const gap = fresh && (await gapAt(tx, fresh, to))
  const place = gap && between(gap.before, gap.after)
  if (typeof place !== 'number') throw new Error(`There is no place ${to} in list ${entry.listId}.`)
  return place
}

async function respread(tx: Transaction, listId: string) {
  const rows = await tx
    .select({ paperId: listPapers.paperId })
    .from(listPapers)
    .where(eq(listPapers.listId, listId))
    .orderBy(asc(listPapers.position), asc(listPapers.paperId))
  const places = spread(rows.length)
  for (const [i, { paperId }] of rows.entries()) {
    await tx
      .update(listPapers)
      .set({ position: places[i] ?? i })
      .where(isEntry({ listId, paperId }))
  }
}
