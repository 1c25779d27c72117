import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { voteHours } from '@/db/schema'
import type { HourCount } from '@/db/types'

/** A paper's votes by the hour they were cast in, carried-over ones at the beginning of its day; oldest first. */
export async function getVoteHistory(paperId: string): Promise<HourCount[]> {
  return voteHistoryQuery(paperId)
}

/** The statement, for the test that reads its plan. */
export function voteHistoryQuery(paperId: string) {
  return db
    .select({ hour: voteHours.hour, votes: voteHours.votes })
    .from(voteHours)
    .where(eq(voteHours.paperId, paperId))
    .orderBy(voteHours.hour)
}
