import { pruneDeliveries } from '@/db/deliveries'
import { pruneEmailTokens } from '@/db/emails'
import { pruneJobRuns } from '@/db/jobs'
import { pruneLinks } from '@/db/one-time-links'
import { pruneAnswers } from '@/db/outside-answers'
import { pruneSessions } from '@/db/sessions'
import { pruneSubscriptions } from '@/db/subscriptions'
import { hourLength } from '@/lib/hours'

/** Removes sessions, links and kept answers that have run out. They are worth nothing already; this saves the room. */
export async function prune(now: number): Promise<void> {
  await pruneSessions(now)
  await pruneLinks(now)
  await pruneEmailTokens(now)
  await pruneSubscriptions(now)
  await pruneAnswers(now)
  await pruneJobRuns(now - runsKept)
  await pruneDeliveries(now - deliveriesKept)
}

const [runsKept, deliveriesKept] = [30 * 24 * hourLength, 30 * 24 * hourLength]
