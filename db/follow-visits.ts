import { eq, sql } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { followVisits } from '@/db/schema'
import type { UserId } from '@/lib/authority'

// Who looks again so soon is still at the same visit; its marks stay.
const sameVisit = 10 * 60_000
// To know when they left, a write a minute is enough.
const noted = 60_000

/** Notes that a person looks at their list; looking again within minutes is the same visit. */
export async function visitFollowing(userId: UserId, now: number): Promise<void> {
  const [known] = await db.select().from(followVisits).where(eq(followVisits.userId, userId))
  if (known && now - known.seenAt < noted) return
  const isBack = sql`${now} - ${followVisits.seenAt} >= ${sameVisit}`
  await write((tx) =>
    tx
      .insert(followVisits)
      .values({ userId, seenAt: now, seenBefore: now })
      .onConflictDoUpdate({
        target: followVisits.userId,
        set: {
          seenAt: now,
          seenBefore: sql`case when ${isBack} then ${followVisits.seenAt} else ${followVisits.seenBefore} end`,
        },
      }),
  )
}

/** When a person looked before this visit: what came later is new to them. */
export async function getSeenBefore(userId: string): Promise<number> {
  const [row] = await db
    .select({ seenBefore: followVisits.seenBefore })
    .from(followVisits)
    .where(eq(followVisits.userId, userId))
  return row?.seenBefore ?? Number.POSITIVE_INFINITY
}
