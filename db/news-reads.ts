import { and, eq, inArray, sql } from 'drizzle-orm'
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

const mostAuthors = 10

/** Papers that a row put on a day; of an import those of the day that runs, or the one before. */
export function idsOfListed({ kind, paperId, day, at, data }: JournalRow, clock: FeedClock): string[] {
  const yesterday = addDays(feedDay(at, clock), -1)
  if (kind === 'submitted' || kind === 'listed') return paperId === null ? [] : [paperId]
  // One that comes back on its old day is no news.
  if (kind === 'relisted') return paperId !== null && day !== null && day >= yesterday ? [paperId] : []
  if (kind !== 'import' || !Array.isArray(data?.listed)) return []
  return data.listed.filter((id): id is string => typeof id === 'string')
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

/** How many votes a row of the journal brought to a paper, or took from it. */
export function votesOfRow({ kind, paperId, data }: JournalRow, id: string): number {
  if (kind === 'vote') return paperId !== id ? 0 : data?.want === 'up' ? 1 : -1
  const votes = kind === 'import' ? (data?.votes as Record<string, number> | undefined) : undefined // as importRows() wrote it
  return votes?.[id] ?? 0
}

/**
 * Votes of papers as they stood before a row of the journal, for those that were voted on since, here or elsewhere. One
 * statement, so that the votes and the rows are of the same moment.
 */
export async function listVotesBefore(row: number): Promise<{ id: string; votes: number }[]> {
  return db.all(sql`
    with steps as (
      select paper_id as id, case when json_extract(data, '$.want') = 'up' then 1 else -1 end as step
      from ${journal} where kind = 'vote' and journal.id >= ${row}
      union all
      select brought.key, brought.value
      from ${journal}, json_each(journal.data, '$.votes') as brought where kind = 'import' and journal.id >= ${row}
    )
    select papers.id as id, papers.upvotes - sum(steps.step) as votes
    from steps join ${papers} on papers.id = steps.id
    group by papers.id`)
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
