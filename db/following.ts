import { setImmediate as breathe } from 'node:timers/promises'
import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { getSeenBefore } from '@/db/follow-visits'
import { followedDays, readWindow, readWindowed, readWindowStart, type Windowed } from '@/db/follow-window'
import { listFollows } from '@/db/follows'
import { getNewestDay } from '@/db/listings'
import { getNumbers, listedColumns, submitterOf } from '@/db/papers'
import { listPapers, papers, users } from '@/db/schema'
import type { FollowedPage, FollowedPaper, FollowLine, PoolPaper } from '@/db/types'
import type { UserId } from '@/lib/authority'
import { type FeedClock, feedDay } from '@/lib/days'
import { readMatcherOf } from '@/lib/follow-match'
import type { FollowedOrder } from '@/lib/followed-query'

// Of papers that only a list brings.
const mostElsewhere = 2_000
// So many are matched, with all that somebody may follow, before others have their turn.
const batch = 250

const dayLength = 86_400_000

type Asked = { order: FollowedOrder; page: number; pageSize: number; now: number; clock: FeedClock }

/**
 * A person's own list: what came onto days, or onto lists that they follow, and matches what they follow and nothing
 * that they mute. The newest day first, and each day by time or by votes.
 */
export async function listFollowing(userId: UserId, asked: Asked): Promise<FollowedPage> {
  const { order, page, pageSize } = asked
  const follows = (await listFollows(userId)).filter(hasTitle)
  const [found, seen] = await Promise.all([find(follows, asked), getSeenBefore(userId)])
  const sorted = found.shown.sort(byDayAnd(order))
  const from = (page - 1) * pageSize
  const shown = sorted.slice(from, from + pageSize)
  const rows = await readShown(shown.map(({ id }) => id))
  return {
    papers: shown.flatMap(({ id, day, cameAt, arrivedAt, why }): FollowedPaper[] => {
      const paper = rows.get(id)
      return paper ? [{ paper, day, cameAt, why, isNew: arrivedAt > seen }] : []
    }),
    total: sorted.length,
    fresh: sorted.filter(({ arrivedAt }) => arrivedAt > seen).length,
    hidden: found.hidden,
    since: await sinceOf(sorted, asked),
    page,
    hasMore: sorted.length > from + pageSize,
  }
}

/** The categories of the newest day that has any papers, those with the most first. */
export async function listRecentCategories(most: number): Promise<string[]> {
  const day = await getNewestDay()
  if (!day) return []
  return (await db.all<{ category: string }>(recentCategoriesQuery(day, most))).map(({ category }) => category)
}

/** Those of these papers that hold a word which is muted; nothing is read when none is. */
export async function listMuted(follows: readonly FollowLine[], ids: readonly string[]): Promise<string[]> {
  const words = unmuted(follows)
  if (words.length === 0 || ids.length === 0) return []
  const isMuted = readMatcherOf(words)
  const recent = await readWindow()
  const past = await readWindowed(ids.filter((id) => !recent.has(id)))
  const read = [...ids.flatMap((id) => recent.get(id) ?? []), ...past]
  return read.flatMap(({ id, read }) => (isMuted(read).length > 0 ? [id] : []))
}

/** The statement, for the test that reads its plan. */
export function recentCategoriesQuery(day: string, most: number) {
  return sql`
    select found.value as category
    from ${papers}, json_each(${papers.categories}) as found
    where ${papers.day} = ${day}
    group by found.value
    order by count(*) desc, found.value
    limit ${most}`
}

/** The statement, for the test that reads its plan. */
export function listedInQuery(listIds: readonly string[], since: number) {
  return db
    .select({ paperId: listPapers.paperId, listId: listPapers.listId, addedAt: listPapers.addedAt })
    .from(listPapers)
    .where(and(inArray(listPapers.listId, [...listIds]), gte(listPapers.addedAt, since)))
}

type Titled = FollowLine & { title: string }
type Found = { id: string; day: string; upvotes: number; cameAt: number; arrivedAt: number; why: FollowedPaper['why'] }
type Listed = { lists: string[]; addedAt: number }

function hasTitle(line: FollowLine): line is Titled {
  return line.title !== null
}

async function find(follows: readonly Titled[], { now, clock }: Asked) {
  const followed = follows.filter(({ muted }) => !muted)
  if (followed.length === 0) return { shown: [], hidden: 0 }
  const [recent, onLists] = await Promise.all([
    readWindow(),
    readListed(listsIn(followed), now - followedDays * dayLength),
  ])
  const onDays = [...recent.values()]
  const elsewhere = [...onLists.keys()].filter((id) => !recent.has(id)).slice(0, mostElsewhere)
  const isFollowed = readMatcherOf(followed)
  const isMuted = readMatcherOf(unmuted(follows))
  const shown: Found[] = []
  let hidden = 0
  for (const [i, paper] of [...onDays, ...(await readWindowed(elsewhere))].entries()) {
    if (i % batch === batch - 1) await breathe()
    const listed = onLists.get(paper.id)
    const read = listed ? { ...paper.read, lists: listed.lists } : paper.read
    const why = isFollowed(read)
    if (why.length === 0) continue
    if (isMuted(read).length > 0) hidden++
    else shown.push(place(paper, why, listed, clock, i < onDays.length))
  }
  return { shown: await withVotes(shown), hidden }
}

/** The first day looked at: that of the window, or an earlier one on which a list brought something. */
async function sinceOf(sorted: readonly Found[], { now, clock }: Asked): Promise<string> {
  const start = (await readWindowStart()) ?? feedDay(now, clock)
  const last = sorted.at(-1)?.day
  return last && last < start ? last : start
}

/** The muted words, to find what they hold back. */
function unmuted<F extends FollowLine>(follows: readonly F[]): F[] {
  return follows.filter(({ muted }) => muted).map((line) => ({ ...line, muted: false }))
}

/** Votes are in no memory: they are read for what is found. */
async function withVotes(found: readonly Found[]): Promise<Found[]> {
  const votes = new Map((await getNumbers(found.map(({ id }) => id))).map(({ id, upvotes }) => [id, upvotes]))
  return found.map((each) => ({ ...each, upvotes: votes.get(each.id) ?? 0 }))
}

/** Where and when it came: on its day, or, when only a list brings it, on the day that it came there. */
function place(
  { id, day, submittedAt, hereAt }: Windowed,
  matched: readonly Titled[],
  listed: Listed | undefined,
  clock: FeedClock,
  isRecent: boolean,
): Found {
  const found = { id, upvotes: 0, why: matched.map(({ kind, title }) => ({ kind, title })) }
  const byList = isRecent && matched.some(({ kind }) => kind !== 'list') ? undefined : listed
  if (byList || day === null || submittedAt === null) {
    const at = byList?.addedAt ?? hereAt
    return { ...found, day: feedDay(at, clock), cameAt: at, arrivedAt: at }
  }
  // An import brings papers that were submitted before they were here.
  return { ...found, day, cameAt: submittedAt, arrivedAt: Math.max(submittedAt, hereAt) }
}

function byDayAnd(order: FollowedOrder) {
  return (a: Found, b: Found): number =>
    compare(b.day, a.day) || (order === 'top' ? b.upvotes - a.upvotes : 0) || b.cameAt - a.cameAt || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function listsIn(follows: readonly Titled[]): string[] {
  return follows.flatMap(({ kind, value }) => (kind === 'list' ? [value] : []))
}

/** Which papers came to these lists since then, and when first. */
async function readListed(listIds: readonly string[], since: number): Promise<Map<string, Listed>> {
  const found = new Map<string, Listed>()
  if (listIds.length === 0) return found
  for (const { paperId, listId, addedAt } of await listedInQuery(listIds, since)) {
    const known = found.get(paperId)
    found.set(paperId, {
      lists: [...(known?.lists ?? []), listId],
      addedAt: Math.min(known?.addedAt ?? addedAt, addedAt),
    })
  }
  return found
}

async function readShown(ids: readonly string[]): Promise<Map<string, PoolPaper>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select(listedColumns)
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(inArray(papers.id, [...ids]))
  return new Map(
    rows.map(({ memberName, submitterName, ...paper }) => [
      paper.id,
      { ...paper, submitter: submitterOf({ memberName, submitterName }) },
    ]),
  )
}
