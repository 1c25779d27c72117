import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { heatNow } from '@/db/heats'
import { papers, voteHours, votes } from '@/db/schema'
import { env } from '@/env'
import { dayStart } from '@/lib/days'
import { heatOf } from '@/lib/heat'
import { hourLength, hourOf } from '@/lib/hours'

// Written into the statement: the driver binds numbers as reals, and then the hour would not be whole.
const wholeHour = sql.raw(String(hourLength))

/** Votes that came with an import: nobody is behind them, so their time is the beginning of the paper's day. */
export type Carrier = { id: string; day: string | null; publishedAt: number; carriedUpvotes: number }

/** The heat of a paper that has no votes but carried-over ones. */
export function heatOfCarried(paper: Carrier): number | null {
  if (paper.carriedUpvotes === 0) return null
  return heatOf([{ hour: hourOfCarried(paper), votes: paper.carriedUpvotes }], env.HEAT_HALF_LIFE_HOURS)
}

/** Counts the carried-over votes of papers that are new. */
export async function addCarriedVotes(tx: Transaction, added: readonly Carrier[]): Promise<void> {
  const rows = added
    .filter((paper) => paper.carriedUpvotes > 0)
    .map((paper) => ({ paperId: paper.id, hour: hourOfCarried(paper), votes: paper.carriedUpvotes }))
  if (rows.length > 0) await tx.insert(voteHours).values(rows)
}

/**
 * Counts a paper's votes by the hour anew, after its carried-over ones or its day have changed, and with them its
 * heat. From the rows, not from what was counted before: the old day may be gone.
 */
export async function recountVotes(tx: Transaction, paper: Carrier): Promise<void> {
  await tx.delete(voteHours).where(eq(voteHours.paperId, paper.id))
  await tx.run(sql`
    insert into ${voteHours} (paper_id, hour, votes)
    select paper_id, at / ${wholeHour}, count(*) from ${votes} where paper_id = ${paper.id} group by 1, 2`)
  if (paper.carriedUpvotes > 0)
    await tx
      .insert(voteHours)
      .values({ paperId: paper.id, hour: hourOfCarried(paper), votes: paper.carriedUpvotes })
      .onConflictDoUpdate({
        target: [voteHours.paperId, voteHours.hour],
        set: { votes: sql`${voteHours.votes} + ${paper.carriedUpvotes}` },
      })
  await tx
    .update(papers)
    .set({ heat: await heatNow(tx, paper.id) })
    .where(eq(papers.id, paper.id))
}

function hourOfCarried({ day, publishedAt }: Carrier): number {
  return hourOf(day === null ? publishedAt : dayStart(day))
}
