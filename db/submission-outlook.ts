import { and, count, desc, eq, exists, isNotNull, ne, sql } from 'drizzle-orm'
import { db, type Transaction } from '@/db/client'
import { journal, papers, users, votes } from '@/db/schema'
import type { PaperLine } from '@/db/types'
import { feedClock } from '@/env'
import type { UserId } from '@/lib/authority'
import { addDays, feedDay } from '@/lib/days'
import { type Allowance, allowanceOf, submissionRule } from '@/lib/submission-limit'

/** What somebody who is about to submit should know. */
export type Outlook = {
  /** The day on which a paper would be, how many are on it, and the day after it. */
  day: string
  papers: number
  nextDay: string
  allowance: Allowance
}

/** A paper that a person put on the list today. */
export type OwnSubmission = PaperLine & { comments: number }

/** Today's list as somebody finds it who is about to submit. */
export function getOutlook(userId: UserId, now: number): Promise<Outlook> {
  return outlookIn(db, userId, now)
}

/** What a person put on today's list, the latest first. */
export function listSubmittedToday(userId: UserId, now: number): Promise<OwnSubmission[]> {
  return db
    .select({
      id: papers.id,
      title: papers.title,
      upvotes: papers.upvotes,
      comments: papers.comments,
      day: papers.day,
      at: sql<number>`${papers.submittedAt}`,
    })
    .from(papers)
    .where(and(eq(papers.submitterId, userId), eq(papers.day, today(now))))
    .orderBy(desc(papers.submittedAt))
    .limit(submissionRule.moderator)
}

/** The paper that has this DOI, in any case; null when none has. */
export async function getIdByDoi(doi: string): Promise<string | null> {
  const [paper] = await doiQuery(doi)
  return paper?.id ?? null
}

/** The statement, for the test that reads its plan. */
export function doiQuery(doi: string) {
  const isIt = and(isNotNull(papers.doi), sql`lower(${papers.doi}) = ${doi.toLowerCase()}`)
  return db.select({ id: papers.id }).from(papers).where(isIt).limit(1)
}

type From = typeof db | Transaction

/** The same within somebody else's transaction. */
export async function outlookIn(from: From, userId: UserId, now: number): Promise<Outlook> {
  const day = today(now)
  const [person] = await from
    .select({ role: users.role, createdAt: users.createdAt })
    .from(users)
    .where(eq(users.id, userId))
  if (!person) throw new Error('Whoever submits has an account.')
  const [listed] = await from.select({ n: count() }).from(papers).where(eq(papers.day, day))
  const done = {
    submitted: await countJournal(from, 'submitted', userId, day),
    takenBack: await countJournal(from, 'takenback', userId, day),
  }
  const trust = { ...person, welcomed: await countWelcomed(from, userId) }
  return { day, papers: listed?.n ?? 0, nextDay: addDays(day, 1), allowance: allowanceOf(trust, done, now) }
}

// More than a site takes in on a day; further back no row is of today.
const recent = 2_000

async function countJournal(from: From, kind: 'submitted' | 'takenback', userId: UserId, day: string) {
  const latest = from
    .select({ userId: journal.userId, day: journal.day })
    .from(journal)
    .where(eq(journal.kind, kind))
    .orderBy(desc(journal.id))
    .limit(recent)
    .as('latest')
  const [row] = await from
    .select({ n: count() })
    .from(latest)
    .where(and(eq(latest.userId, userId), eq(latest.day, day)))
  return row?.n ?? 0
}

/** Papers of theirs that somebody else voted for, as many as still matter. */
async function countWelcomed(from: From, userId: UserId): Promise<number> {
  const byOthers = from
    .select({ one: sql`1` })
    .from(votes)
    .where(and(eq(votes.paperId, papers.id), ne(votes.userId, userId)))
  const some = await from
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.submitterId, userId), exists(byOthers)))
    .limit(submissionRule.most)
  return some.length
}

function today(now: number): string {
  return feedDay(now, feedClock)
}
