import { asc, eq, gt, inArray } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { facts, papers, voteHours } from '@/db/schema'
import type { HourCount } from '@/db/types'
import { env } from '@/env'
import { heatOf } from '@/lib/heat'

// Short enough that nobody who writes meanwhile waits for it.
const batch = 500

/** A paper's heat from its votes by the hour; null without a vote. Summed in order of time, so that it can be repeated. */
export async function heatNow(tx: Transaction, paperId: string): Promise<number | null> {
  const hours = await tx
    .select({ hour: voteHours.hour, votes: voteHours.votes })
    .from(voteHours)
    .where(eq(voteHours.paperId, paperId))
    .orderBy(voteHours.hour)
  return heatOf(hours, env.HEAT_HALF_LIFE_HOURS)
}

/**
 * Makes all heats anew when they were made with another half-life than the one that is set, or nobody knows with
 * which. Votes may be cast meanwhile: each makes its own paper's heat with the new one.
 */
export async function ensureHeats(): Promise<void> {
  const wanted = String(env.HEAT_HALF_LIFE_HOURS)
  const [known] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, 'half_life'))
  if (known?.value === wanted) return
  let after: string | null = ''
  while (after !== null) after = await renew(after)
  await write((tx) =>
    tx
      .insert(facts)
      .values({ name: 'half_life', value: wanted })
      .onConflictDoUpdate({ target: facts.name, set: { value: wanted } }),
  )
}

/** @returns the last id of the batch; null when it was the last batch */
function renew(after: string): Promise<string | null> {
  return write(async (tx) => {
    const known = await tx
      .select({ id: papers.id, heat: papers.heat })
      .from(papers)
      .where(gt(papers.id, after))
      .orderBy(asc(papers.id))
      .limit(batch)
    const hours = await hoursOf(
      tx,
      known.map(({ id }) => id),
    )
    for (const { id, heat } of known) {
      const renewed = heatOf(hours.get(id) ?? [], env.HEAT_HALF_LIFE_HOURS)
      if (renewed !== heat) await tx.update(papers).set({ heat: renewed }).where(eq(papers.id, id))
    }
    return known.length < batch ? null : (known.at(-1)?.id ?? null)
  })
}

/** Votes by the hour of each of these papers, oldest first. */
async function hoursOf(tx: Transaction, ids: string[]): Promise<Map<string, HourCount[]>> {
  const rows = await tx
    .select()
    .from(voteHours)
    .where(inArray(voteHours.paperId, ids))
    .orderBy(voteHours.paperId, voteHours.hour)
  const hours = new Map<string, HourCount[]>()
  for (const { paperId, hour, votes } of rows) {
    const known = hours.get(paperId)
    if (known) known.push({ hour, votes })
    else hours.set(paperId, [{ hour, votes }])
  }
  return hours
}
