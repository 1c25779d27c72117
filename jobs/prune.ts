import { pruneDeliveries } from '@/db/deliveries'
import { pruneEmailTokens } from '@/db/emails'
import { pruneJobRuns } from '@/db/jobs'
import { emptyLetters, pruneLetters } from '@/db/letters'
import { pruneLinks } from '@/db/one-time-links'
import { pruneOutbox } from '@/db/outbox'
import { pruneAnswers } from '@/db/outside-answers'
import { pruneHits } from '@/db/search-news'
import { pruneSessions } from '@/db/sessions'
import { pruneSubscriptions } from '@/db/subscriptions'
import { utcDay } from '@/lib/days'
import { hourLength } from '@/lib/hours'
import { plural } from '@/lib/text'

/**
 * Removes sessions, links and kept answers that have run out. They are worth nothing already; this saves the room.
 * @returns how much of what
 */
export async function prune(now: number): Promise<string> {
  const removed = [
    plural(await pruneSessions(now), 'session'),
    plural((await pruneLinks(now)) + (await pruneEmailTokens(now)), 'link'),
    plural(await pruneSubscriptions(now), 'address', 'addresses'),
    plural(await pruneAnswers(now), 'kept answer'),
  ].filter((words) => !words.startsWith('0 '))
  await pruneJobRuns(now - runsKept)
  const oldLetters = { daily: utcDay(now - lettersKept.daily), weekly: utcDay(now - lettersKept.weekly) }
  await emptyLetters(oldLetters)
  await pruneOutbox(now - mailsKept)
  await pruneLetters(oldLetters)
  await pruneDeliveries(now - deliveriesKept)
  await pruneHits(now - hitsKept)
  return removed.length > 0 ? `removed ${removed.join(', ')}` : ''
}

const [runsKept, deliveriesKept] = [30 * 24 * hourLength, 30 * 24 * hourLength]
const day = 24 * hourLength
// From the end of the day or week. A letter is made soon after it, and tried for two days or for seven.
const lettersKept = { daily: 3 * day, weekly: 8 * day }
const mailsKept = 90 * day
const hitsKept = 180 * day
