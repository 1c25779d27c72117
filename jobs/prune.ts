import { pruneDeliveries } from '@/db/deliveries'
import { pruneEmailTokens } from '@/db/emails'
import { pruneJobRuns } from '@/db/jobs'
import { emptyLetters } from '@/db/letters'
import { pruneLinks } from '@/db/one-time-links'
import { pruneOutbox } from '@/db/outbox'
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
  await emptyLetters(new Date(now - lettersKept).toISOString().slice(0, 10))
  await pruneOutbox(now - mailsKept)
  await pruneDeliveries(now - deliveriesKept)
}

const [runsKept, deliveriesKept] = [30 * 24 * hourLength, 30 * 24 * hourLength]
const day = 24 * hourLength
// No letter is tried longer than a week.
const lettersKept = 14 * day
const mailsKept = 90 * day
