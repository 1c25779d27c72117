import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { listedColumns, submitterOf } from '@/db/papers'
import { papers, savedSearches, searchHits, users } from '@/db/schema'
import { startPlaces } from '@/db/search-places'
import { newSecret } from '@/db/secrets'
import type { PoolPaper, SavedSearch, SearchHit } from '@/db/types'
import type { UserId } from '@/lib/authority'
import { mostSavedSearches } from '@/lib/saved-search'

/* Searches that people keep, and what has come for them (db/search-news.ts finds it). */

export type SavedError = 'no such search' | 'too many searches' | 'kept already'

/** `isNew` is false when it was kept already. */
export type Kept = { ok: true; id: string; isNew: boolean } | { ok: false; error: SavedError }
export type NewSearch = { name: string; asked: string; inLetter?: boolean }
export type SearchChange = { name?: string; asked?: string; inLetter?: boolean }

// Who looks again so soon is still at the same visit; its marks stay.
const sameVisit = 10 * 60_000
// To know when they left, a write a minute is enough.
const noted = 60_000

/** A person's searches in the order of their names, with what came since they last looked. */
export async function listSavedSearches(userId: UserId): Promise<SavedSearch[]> {
  return savedSearchesQuery(userId)
}

/** One of a person's own; null when it is not theirs. */
export async function getSavedSearch(userId: UserId, id: string): Promise<SavedSearch | null> {
  const [row] = await db.select(lineColumns).from(savedSearches).where(isOwn(userId, id))
  return row ?? null
}

/** The statement, for the test that reads its plan. */
export function savedSearchesQuery(userId: string) {
  return db
    .select(lineColumns)
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(sql`${savedSearches.name} collate nocase`, asc(savedSearches.createdAt))
}

/** Keeps a search: papers that come from now on are told of. One that is kept already stays as it is. */
export function saveSearch(userId: UserId, { name, asked, inLetter = true }: NewSearch, now: number): Promise<Kept> {
  return write(async (tx): Promise<Kept> => {
    const known = await idOf(tx, userId, asked)
    if (known) return { ok: true, id: known, isNew: false }
    const [all] = await tx.select({ n: count() }).from(savedSearches).where(eq(savedSearches.userId, userId))
    if ((all?.n ?? 0) >= mostSavedSearches) return { ok: false, error: 'too many searches' }
    await startPlaces(tx)
    const id = newSecret()
    const times = { since: now, createdAt: now, seenAt: now, seenBefore: now }
    await tx.insert(savedSearches).values({ id, userId, name, asked, inLetter, ...times })
    return { ok: true, id, isNew: true }
  })
}

/** Changes what is named. Another search begins anew: what came for the one before is forgotten. */
export function changeSearch(userId: UserId, id: string, change: SearchChange, now: number): Promise<Kept> {
  return write(async (tx): Promise<Kept> => {
    const [row] = await tx.select({ asked: savedSearches.asked }).from(savedSearches).where(isOwn(userId, id))
    if (!row) return { ok: false, error: 'no such search' }
    const isOther = change.asked !== undefined && change.asked !== row.asked
    if (isOther && (await idOf(tx, userId, change.asked ?? ''))) return { ok: false, error: 'kept already' }
    if (isOther) await tx.delete(searchHits).where(eq(searchHits.searchId, id))
    const anew = isOther ? { since: now, seenAt: now, seenBefore: now } : {}
    await tx
      .update(savedSearches)
      .set({ ...change, ...anew })
      .where(eq(savedSearches.id, id))
    return { ok: true, id, isNew: false }
  })
}

/** With what came for it. @returns false when it is not theirs */
export async function removeSearch(userId: UserId, id: string): Promise<boolean> {
  const gone = await write((tx) =>
    tx.delete(savedSearches).where(isOwn(userId, id)).returning({ id: savedSearches.id }),
  )
  return gone.length > 0
}

/** Notes that a person looks at what came; looking again within minutes is the same visit. */
export async function visitSearch(userId: UserId, id: string, now: number): Promise<void> {
  const isThis = isOwn(userId, id)
  const [known] = await db.select({ seenAt: savedSearches.seenAt, fresh: freshCount }).from(savedSearches).where(isThis)
  if (!known || (now - known.seenAt < noted && known.fresh === 0)) return
  const isBack = sql`${now} - ${savedSearches.seenAt} >= ${sameVisit}`
  await write((tx) =>
    tx
      .update(savedSearches)
      .set({
        seenAt: now,
        seenBefore: sql`case when ${isBack} then ${savedSearches.seenAt} else ${savedSearches.seenBefore} end`,
      })
      .where(isThis),
  )
}

type Page = { page: number; pageSize: number }

/** What has come for a search, the latest first. */
export async function listHits(
  { id, seenBefore }: Pick<SavedSearch, 'id' | 'seenBefore'>,
  { page, pageSize }: Page,
): Promise<{ hits: SearchHit[]; hasMore: boolean }> {
  const rows = await hitsQuery(id, (page - 1) * pageSize, pageSize + 1)
  const hits = rows.slice(0, pageSize).map(({ at, memberName, submitterName, ...paper }): SearchHit => {
    const listed: PoolPaper = { ...paper, submitter: submitterOf({ memberName, submitterName }) }
    return { paper: listed, at, isNew: at > seenBefore }
  })
  return { hits, hasMore: rows.length > pageSize }
}

/** The statement, for the test that reads its plan. */
export function hitsQuery(searchId: string, from: number, limit: number) {
  return db
    .select({ ...listedColumns, at: searchHits.at })
    .from(searchHits)
    .innerJoin(papers, eq(papers.id, searchHits.paperId))
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(eq(searchHits.searchId, searchId))
    .orderBy(desc(searchHits.at), desc(searchHits.paperId))
    .limit(limit)
    .offset(from)
}

/** For the person to take along. Times are ms since 1970. */
export async function exportSearches(userId: UserId) {
  return db
    .select({
      name: savedSearches.name,
      search: savedSearches.asked,
      inLetter: savedSearches.inLetter,
      createdAt: savedSearches.createdAt,
      since: savedSearches.since,
      seenAt: savedSearches.seenAt,
    })
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(asc(savedSearches.createdAt))
}

// Spelled out: of one table, columns are written without its name.
const hitCount = sql`(select count(*) from search_hits where search_hits.search_id = saved_searches.id)`
const freshCount = sql`(select count(*) from search_hits
  where search_hits.search_id = saved_searches.id and search_hits.at > saved_searches.seen_at)`.mapWith(Number)

const lineColumns = {
  id: savedSearches.id,
  name: savedSearches.name,
  asked: savedSearches.asked,
  inLetter: savedSearches.inLetter,
  since: savedSearches.since,
  createdAt: savedSearches.createdAt,
  seenBefore: savedSearches.seenBefore,
  hits: hitCount.mapWith(Number).as('hits'),
  fresh: freshCount.as('fresh'),
}

async function idOf(tx: Transaction, userId: UserId, asked: string): Promise<string | null> {
  const isThis = and(eq(savedSearches.userId, userId), eq(savedSearches.asked, asked))
  const [row] = await tx.select({ id: savedSearches.id }).from(savedSearches).where(isThis)
  return row?.id ?? null
}

function isOwn(userId: UserId, id: string) {
  return and(eq(savedSearches.id, id), eq(savedSearches.userId, userId))
}
