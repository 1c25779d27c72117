import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { append } from '@/db/journal'
import { outbox, subscriptions } from '@/db/schema'
import type { RefusedAddress } from '@/db/types'
import { feedClock } from '@/env'
import type { AdminId } from '@/lib/authority'
import { nextLetterAt } from '@/lib/letter-choices'

/* Addresses that get no letters any more, as their servers refused too many. */

/**
 * Those that joined last first.
 * @param before place of the line where the page before ended
 */
export async function listRefused(
  _by: AdminId,
  { before, limit }: { before: number | null; limit: number },
): Promise<{ lines: RefusedAddress[]; next: number | null }> {
  const rows = await refusedQuery(before, limit + 1)
  const page = rows.slice(0, limit)
  const said = new Map<string, { at: number | null; answer: string | null }>()
  for (const { subscriptionId, doneAt, answer } of await refusalsQuery(page.map(({ id }) => id))) {
    const known = said.get(subscriptionId)
    if (!known || (doneAt ?? 0) > (known.at ?? 0)) said.set(subscriptionId, { at: doneAt, answer })
  }
  const lines = page.map(({ place: _, ...row }) => ({ ...row, ...(said.get(row.id) ?? { at: null, answer: null }) }))
  return { lines, next: rows.length > limit ? (page.at(-1)?.place ?? null) : null }
}

/** Lets letters go to it again, the next at its reader's hour. */
export function releaseAddress(
  by: AdminId,
  id: string,
  now: number,
): Promise<{ ok: true; email: string; nextAt: number } | { ok: false; error: 'no such reader' | 'not refused' }> {
  return write(async (tx) => {
    const [row] = await tx.select().from(subscriptions).where(eq(subscriptions.id, id))
    if (!row) return { ok: false, error: 'no such reader' }
    if (row.state !== 'refused') return { ok: false, error: 'not refused' }
    const nextAt = nextLetterAt(row, now, feedClock)
    await tx.update(subscriptions).set({ state: 'active', refusals: 0, nextAt }).where(eq(subscriptions.id, id))
    await append(tx, { at: now, kind: 'released', paperId: null, day: null, userId: by, data: { subscription: id } })
    return { ok: true, email: row.email, nextAt }
  })
}

/** The statement, for the test that reads its plan; so is the one below. Whoever is refused has no next letter. */
export function refusedQuery(before: number | null, limit: number) {
  const place = sql<number>`${subscriptions}.rowid`
  return db
    .select({
      place,
      id: subscriptions.id,
      email: subscriptions.email,
      refusals: subscriptions.refusals,
      createdAt: subscriptions.createdAt,
    })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.state, 'refused'),
        isNull(subscriptions.nextAt),
        before === null ? undefined : lt(place, before),
      ),
    )
    .orderBy(desc(place))
    .limit(limit)
}

export function refusalsQuery(ids: readonly string[]) {
  return db
    .select({ subscriptionId: outbox.subscriptionId, doneAt: outbox.doneAt, answer: outbox.answer })
    .from(outbox)
    .where(and(inArray(outbox.subscriptionId, [...ids]), sql`+${outbox.state} = 'failed'`))
}
