import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { readableQuery } from '@/db/follow-window'
import { listFollows } from '@/db/follows'
import { comments, follows, journal, listPapers, papers, users } from '@/db/schema'
import type { JournalRow, Paper } from '@/db/types'
import { env } from '@/env'
import { addDays, type FeedClock, feedDay } from '@/lib/days'
import { type Read, readMatcherOf, readOf } from '@/lib/follow-match'
import { paperPath } from '@/lib/paper-id'
import type { NewsPaper } from '@/lib/webhook-news'

/* What has to be looked up to tell of a row of the journal. */

/** Of one import, which may bring a whole archive. */
const mostImported = 200
const mostAuthors = 10

/** Papers that a row put on a day; of an import those that are new here and on the day that runs, or the one before. */
export async function listIdsOfListed(
  { kind, paperId, day, at, data }: JournalRow,
  clock: FeedClock,
): Promise<string[]> {
  const yesterday = addDays(feedDay(at, clock), -1)
  if (kind === 'submitted' || kind === 'listed') return paperId === null ? [] : [paperId]
  // One that comes back on its old day is no news.
  if (kind === 'relisted') return paperId !== null && day !== null && day >= yesterday ? [paperId] : []
  if (kind !== 'import' || !Array.isArray(data?.days)) return []
  const days = data.days.filter((each): each is string => typeof each === 'string' && each >= yesterday)
  if (days.length === 0) return []
  const rows = await db
    .select({ id: papers.id })
    .from(papers)
    .where(and(inArray(papers.day, days), eq(papers.createdAt, at)))
    .orderBy(asc(papers.day), desc(papers.upvotes), papers.id)
    .limit(mostImported)
  return rows.map(({ id }) => id)
}

/** Papers folded to be matched, each once for all who may follow it, with the followed lists that hold it. */
export async function readFollowables(ids: readonly string[]): Promise<Map<string, Read>> {
  if (ids.length === 0) return new Map()
  const [rows, listed] = await Promise.all([readableQuery(ids), followedListsQuery(ids)])
  const listsOf = (id: string) => listed.flatMap(({ paperId, listId }) => (paperId === id ? [listId] : []))
  return new Map(rows.map((row) => [row.id, readOf({ ...row, lists: listsOf(row.id) })]))
}

/** The statement, for the test that reads its plan. */
export function followedListsQuery(ids: readonly string[]) {
  const followed = db.select({ id: follows.valueKey }).from(follows).where(eq(follows.kind, 'list'))
  return db
    .select({ paperId: listPapers.paperId, listId: listPapers.listId })
    .from(listPapers)
    .where(and(inArray(listPapers.paperId, [...ids]), inArray(listPapers.listId, followed)))
}

/** Tells of papers what they match of a person's follows; nothing of one that holds something muted. */
export async function readMatches(userId: string): Promise<(read: Read) => string[]> {
  const match = readMatcherOf((await listFollows(userId)).filter(({ title }) => title !== null))
  return (read) => match(read).flatMap(({ title }) => title ?? [])
}

/**
 * Votes of papers as they stood before a row of the journal, for those that were voted on since. One statement, so that
 * the votes and the rows are of the same moment.
 */
export async function listVotesBefore(row: number): Promise<{ id: string; votes: number }[]> {
  const since = sql`sum(case when json_extract(${journal.data}, '$.want') = 'up' then 1 else -1 end)`
  return db
    .select({ id: papers.id, votes: sql`${papers.upvotes} - ${since}`.mapWith(Number) })
    .from(journal)
    .innerJoin(papers, eq(papers.id, journal.paperId))
    .where(and(eq(journal.kind, 'vote'), gte(journal.id, row)))
    .groupBy(papers.id)
}

/** A comment that can be read by everybody, and whose paper it is under; null when it cannot. */
export async function readComment(id: string) {
  const [row] = await db
    .select({
      paperId: comments.paperId,
      parentId: comments.parentId,
      authorId: comments.authorId,
      author: users.name,
      body: comments.body,
      hiddenAt: comments.hiddenAt,
      deletedAt: comments.deletedAt,
      submitterId: papers.submitterId,
    })
    .from(comments)
    .innerJoin(papers, eq(papers.id, comments.paperId))
    .leftJoin(users, eq(users.id, comments.authorId))
    .where(eq(comments.id, id))
  if (!row || row.hiddenAt !== null || row.deletedAt !== null) return null
  return { ...row, replyTo: row.parentId === null ? null : await authorOf(row.parentId) }
}

async function authorOf(commentId: string): Promise<string | null> {
  const [row] = await db
    .select({ name: users.name })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(eq(comments.id, commentId))
  return row?.name ?? null
}

/** A paper as programs are told of it. */
export function newsOf(paper: Paper): NewsPaper {
  return {
    id: paper.id,
    title: paper.title,
    url: `${env.SITE_URL}${paperPath(paper.id)}`,
    authors: paper.authors.slice(0, mostAuthors).map(({ name }) => name),
    authorCount: paper.authorCount,
    categories: paper.categories,
    day: paper.listing?.day ?? null,
    upvotes: paper.upvotes,
    comments: paper.comments,
  }
}
