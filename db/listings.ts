import { eq } from 'drizzle-orm'
import { recountVotes } from '@/db/carried-votes'
import { db, type Transaction, write } from '@/db/client'
import { append } from '@/db/journal'
import {
  dayCountsQuery,
  lastUnlistingQuery,
  monthsQuery,
  neighbourQueries,
  newestDayQuery,
  pageQuery,
  ranksQuery,
  recentVotesQuery,
  type Scope,
  totalsQuery,
  trendingQuery,
} from '@/db/listing-statements'
import { submitterOf } from '@/db/papers'
import { papers } from '@/db/schema'
import type { DayCount, ListedPaper, PaperPage } from '@/db/types'
import type { ModeratorId } from '@/lib/authority'
import { monthOf, weekOf } from '@/lib/days'
import { hourOf } from '@/lib/hours'
import { compareBy, type Order } from '@/lib/order'

export type { Scope } from '@/db/listing-statements'

type Paging = { page: number; pageSize: number }

/** Trending has neither an order to choose nor a whole: everything that was ever voted for is on it. */
export type TrendingPage = Omit<PaperPage, 'totals' | 'order'> & {
  /** Votes of the last 24 hours by paper; papers without one are not in it. */
  today: Record<string, number>
}

/** One page of a day, week or month; an empty one where there are no papers. */
export async function listPapers(
  scope: Scope,
  { order, page, pageSize }: Paging & { order: Order },
): Promise<PaperPage> {
  const rows = listed(await pageQuery(scope, { order, page, pageSize })).sort(compareBy(order))
  const [totals] = await totalsQuery(scope)
  return {
    papers: rows.slice(0, pageSize),
    totals: totals ?? { papers: 0, upvotes: 0, comments: 0 },
    page,
    hasMore: rows.length > pageSize,
    order,
  }
}

/** Papers by heat. */
export async function listTrending({ page, pageSize }: Paging, now = Date.now()): Promise<TrendingPage> {
  const rows = listed(await trendingQuery({ page, pageSize })).sort(byHeat)
  const shown = rows.slice(0, pageSize)
  const ids = shown.map(({ id }) => id)
  const recent = await recentVotesQuery(ids, hourOf(now) - 23)
  const today = Object.fromEntries(recent.map(({ id, votes }) => [id, votes]))
  return { papers: shown, page, hasMore: rows.length > pageSize, today }
}

/** The newest day that has papers; null when there are none. */
export async function getNewestDay(): Promise<string | null> {
  const [row] = await newestDayQuery()
  return row?.day ?? null
}

/** The nearest values of the same kind that have papers. */
export async function neighbours(scope: Scope): Promise<{ previous: string | null; next: string | null }> {
  const { previous, next } = neighbourQueries(scope)
  const [[before], [after]] = await Promise.all([previous, next])
  return { previous: before?.value ?? null, next: after?.value ?? null }
}

/** Days that have papers, from one to another, both included; oldest first. */
export async function listDayCounts(from: string, to: string): Promise<DayCount[]> {
  return (await dayCountsQuery(from, to)).flatMap(({ day, papers }) => (day === null ? [] : { day, papers }))
}

/** Months that have papers, oldest first. */
export async function listMonthsWithPapers(): Promise<string[]> {
  const rows = await db.all<{ month: string }>(monthsQuery())
  return rows.map(({ month }) => month)
}

/** The places of a paper among those of its day and of its week, from 1, by the order of a day; null when on no day. */
export async function getRanks(id: string): Promise<{ day: number; week: number } | null> {
  const [at] = await db.select({ day: papers.day, week: papers.week }).from(papers).where(eq(papers.id, id))
  if (!at?.day || !at.week) return null
  const day = await listRanks({ of: 'day', value: at.day }, [id])
  const week = await listRanks({ of: 'week', value: at.week }, [id])
  return { day: day.get(id) ?? 1, week: week.get(id) ?? 1 }
}

/** Places in a week, from 1, for those of these papers that are in it. */
export function ranksOfWeek(week: string, ids: readonly string[]): Promise<Map<string, number>> {
  return listRanks({ of: 'week', value: week }, ids)
}

/** Places in a day, week or month by the order of a day, from 1, for those of these papers that are in it. */
async function listRanks(scope: Scope, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = ids.length === 0 ? [] : await ranksQuery(scope, ids)
  return new Map(rows.map(({ id, rank }) => [id, rank]))
}

function byHeat(a: ListedPaper, b: ListedPaper): number {
  return (b.heat ?? 0) - (a.heat ?? 0) || (a.id < b.id ? -1 : 1)
}

type Done = { ok: true } | { ok: false; error: string }

/** Takes a paper off its day. What is known of the paper, its votes and its comments stay; an import leaves it so. */
export function unlistPaper(moderatorId: ModeratorId, paperId: string, reason: string, now: number): Promise<Done> {
  return write(async (tx) => {
    const [paper] = await tx.select().from(papers).where(eq(papers.id, paperId))
    if (!paper) return { ok: false, error: 'There is no paper of that id.' }
    if (paper.day === null) return { ok: false, error: 'It is on no day.' }
    const { day, submittedAt } = paper
    const onNoDay = { day: null, week: null, month: null, submittedAt: null }
    await tx
      .update(papers)
      .set({ ...onNoDay, unlistedAt: now })
      .where(eq(papers.id, paperId))
    // The row of the journal is also what puts it back: nothing else remembers where it stood.
    const data = { reason, day, submittedAt }
    await append(tx, { at: now, kind: 'unlisted', paperId, day, userId: moderatorId, data })
    return { ok: true }
  })
}

/** Puts a paper back on the day that it was taken off, at its old time. */
export function relistPaper(moderatorId: ModeratorId, paperId: string, now: number): Promise<Done> {
  return write(async (tx) => {
    const [paper] = await tx.select().from(papers).where(eq(papers.id, paperId))
    if (!paper) return { ok: false, error: 'There is no paper of that id.' }
    if (paper.unlistedAt === null) return { ok: false, error: 'It was not taken off a day.' }
    const { day, submittedAt } = await placeBefore(tx, paperId)
    const place = { day, week: weekOf(day), month: monthOf(day), submittedAt }
    await tx
      .update(papers)
      .set({ ...place, unlistedAt: null })
      .where(eq(papers.id, paperId))
    // An import may have counted the carried-over votes anew while there was no day to count them on.
    if (paper.carriedUpvotes > 0) await recountVotes(tx, { ...paper, day })
    await append(tx, { at: now, kind: 'relisted', paperId, day, userId: moderatorId, data: null })
    return { ok: true }
  })
}

async function placeBefore(tx: Transaction, paperId: string): Promise<{ day: string; submittedAt: number }> {
  const [row] = await lastUnlistingQuery(tx, paperId)
  const { day, submittedAt } = row?.data ?? {}
  if (typeof day === 'string' && typeof submittedAt === 'number') return { day, submittedAt }
  throw new Error(`The journal does not say where ${paperId} stood.`)
}

function listed(rows: Awaited<ReturnType<typeof pageQuery>>): ListedPaper[] {
  return rows.flatMap(({ day, submittedAt, memberName, submitterName, ...paper }) =>
    day === null || submittedAt === null
      ? []
      : { ...paper, day, submittedAt, submitter: submitterOf({ memberName, submitterName }) },
  )
}
