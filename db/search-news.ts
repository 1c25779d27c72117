import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { addDeliveries } from '@/db/deliveries'
import { listJournalSince } from '@/db/journal'
import { idsOfListed, newsOf } from '@/db/news-reads'
import { getPapers } from '@/db/papers'
import { papers, savedSearches, searchHits, searchPapers, webhooks } from '@/db/schema'
import { type Conditions, conditionsOf } from '@/db/search-conditions'
import { getPlaces, keepPlaces, lastPlaces, type Places } from '@/db/search-places'
import type { JournalRow } from '@/db/types'
import type { Webhook } from '@/db/webhooks'
import { env, feedClock } from '@/env'
import { groupBy } from '@/lib/group-by'
import { askedOf, asksForVotes, exactConditions } from '@/lib/saved-search'
import { savedSearchPath } from '@/lib/saved-search-path'
import { matchWith } from '@/lib/search-match'
import { aboutOf, mostMatched, type News, type NewsPaper } from '@/lib/webhook-news'

/*
 * What newly comes is asked for by every saved search, word for word: papers that are new here, that come onto a day, that
 * are revised, and, for searches that ask for votes, those that are voted on. Equal searches are asked once.
 */

// Papers and rows of the journal that are looked at together.
const batch = 500
// Hits kept in one transaction: others who write wait for no more than these.
const mostAtOnce = 200

/** Whether findNews() would look at anything. Only reads. */
export async function hasUnsearched(): Promise<boolean> {
  const places = await getPlaces()
  if (!places || !(await hasSearches())) return false
  const last = await lastPlaces()
  return last.number > places.number || last.row > places.row
}

/**
 * Asks all saved searches for some of what came since the last look, notes what they find, and makes the messages of
 * those webhooks that tell of it, each together with what it tells: a process that is killed in between has kept both
 * or neither, and the next look finds the rest.
 * @returns how many papers were found for how many searches, and whether there is more to look at
 */
export async function findNews(now: number): Promise<{ found: number; hasMore: boolean }> {
  const places = await getPlaces()
  if (!places || !(await hasSearches())) return { found: 0, hasMore: false }
  const rows = await listJournalSince(places.row, batch)
  const [fresh, touched] = [await freshQuery(places.number), idsTouched(rows)]
  const next = { number: fresh.at(-1)?.number ?? places.number, row: rows.at(-1)?.id ?? places.row }
  if (next.number === places.number && next.row === places.row) return { found: 0, hasMore: false }
  const arrived = onceEach([...fresh, ...(await listCame(touched.came))])
  const all = onceEach([...arrived, ...(await listCame(touched.voted))])
  const finds = all.length === 0 ? [] : await askAll({ all, arrived })
  const found = await keep(finds, next, now)
  return { found, hasMore: fresh.length === batch || rows.length === batch }
}

/** Those of some papers that a search has found, as far as it is still kept and they are still to be seen. */
export async function listStillFound(searchId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: searchHits.paperId })
    .from(searchHits)
    .innerJoin(papers, eq(papers.id, searchHits.paperId))
    .where(and(eq(searchHits.searchId, searchId), inArray(searchHits.paperId, [...ids]), isNull(papers.unlistedAt)))
  return rows.map(({ id }) => id)
}

/** Forgets what was found before a time. */
export async function pruneHits(before: number): Promise<void> {
  for (let removed = batch; removed === batch; ) {
    removed = await write(async (tx) => {
      const old = tx.select({ id: sql`rowid` }).from(searchHits).where(lt(searchHits.at, before)).limit(batch)
      return (await tx.delete(searchHits).where(inArray(sql`rowid`, old))).rowsAffected
    })
  }
}

/** A paper and when it came here or onto its day; `isOff` when a moderator took it off the list. */
type Came = { id: string; number: number; at: number; isOff: boolean }
type Search = Pick<typeof savedSearches.$inferSelect, 'id' | 'userId' | 'name' | 'asked' | 'since'>
type Find = { search: Search; ids: string[] }

async function hasSearches(): Promise<boolean> {
  const [any] = await db.select({ id: savedSearches.id }).from(savedSearches).limit(1)
  return any !== undefined
}

const cameAt = sql`max(${papers.createdAt}, coalesce(${papers.listedAt}, ${papers.submittedAt}, 0))`.mapWith(Number)
const isOff = sql`${papers.unlistedAt} is not null`.mapWith(Boolean)
const cameColumns = { id: papers.id, number: searchPapers.number, at: cameAt, isOff }

/** Papers that are new since a number. The statement, for the test that reads its plan. */
export function freshQuery(after: number) {
  return db
    .select(cameColumns)
    .from(searchPapers)
    .innerJoin(papers, eq(papers.id, searchPapers.paperId))
    .where(gt(searchPapers.number, after))
    .orderBy(asc(searchPapers.number))
    .limit(batch)
}

async function listCame(ids: readonly string[]): Promise<Came[]> {
  if (ids.length === 0) return []
  return db
    .select(cameColumns)
    .from(searchPapers)
    .innerJoin(papers, eq(papers.id, searchPapers.paperId))
    .where(inArray(papers.id, [...new Set(ids)]))
}

function onceEach(came: readonly Came[]): Came[] {
  return [...new Map(came.filter((paper) => !paper.isOff).map((paper) => [paper.id, paper])).values()]
}

/** Papers of the journal that may match what they did not match before. */
function idsTouched(rows: readonly JournalRow[]): { came: string[]; voted: string[] } {
  const came = rows.flatMap((row) => (row.kind === 'revised' ? (row.paperId ?? []) : idsOfListed(row, feedClock)))
  const voted = rows.flatMap(({ kind, paperId, data }) => {
    if (kind === 'vote') return paperId ?? []
    return kind === 'import' && data?.votes ? Object.keys(data.votes) : []
  })
  return { came, voted }
}

/** Papers that came before a search was saved are no news to it. */
async function askAll({ all, arrived }: { all: readonly Came[]; arrived: readonly Came[] }): Promise<Find[]> {
  const searches: Search[] = await db
    .select({
      id: savedSearches.id,
      userId: savedSearches.userId,
      name: savedSearches.name,
      asked: savedSearches.asked,
      since: savedSearches.since,
    })
    .from(savedSearches)
  const finds: Find[] = []
  for (const [asked, same] of groupBy(searches, (search) => search.asked)) {
    const { query } = askedOf(asked)
    const exact = exactConditions(query)
    const from = asksForVotes(exact) ? all : arrived
    const oldest = Math.min(...same.map(({ since }) => since))
    const among = from.filter(({ at }) => at >= oldest)
    if (among.length === 0) continue
    const matched = await listMatching(conditionsOf(exact), among)
    for (const search of same) {
      const ids = matched.filter(({ at }) => at >= search.since).map(({ id }) => id)
      if (ids.length > 0) finds.push({ search, ids })
    }
    await breathe()
  }
  return finds
}

async function listMatching(conditions: Conditions, among: readonly Came[]): Promise<Came[]> {
  const numbers = await listMatchingNumbers(
    conditions,
    among.map(({ number }) => number),
  )
  return among.filter(({ number }) => numbers.has(number))
}

/** Those of some papers, by their numbers, that meet conditions. */
export async function listMatchingNumbers(
  conditions: Conditions,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  for (const stretch of stretchesOf(numbers)) {
    for (const { number } of await db.all<{ number: number }>(matchingQuery(conditions, stretch))) found.add(number)
  }
  return found
}

// What comes together is numbered together. One paper costs the index half a millisecond, a stretch of it two.
const [fewNumbers, longestGap] = [4, 1_000]

/** Numbers that lie near each other together, and in one more all that lie alone. */
function stretchesOf(numbers: readonly number[]): number[][] {
  const stretches: number[][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = stretches.at(-1)
    if (last && number - (last.at(-1) ?? 0) <= longestGap) last.push(number)
    else stretches.push([number])
  }
  const alone = stretches.filter(({ length }) => length <= fewNumbers).flat()
  const together = stretches.filter(({ length }) => length > fewNumbers)
  return alone.length > 0 ? [...together, alone] : together
}

/** Those of a stretch of papers, or of papers that lie apart. The statement, for the test that reads its plan. */
export function matchingQuery({ required, excluded, where }: Conditions, numbers: readonly number[]): SQL {
  const match = matchWith(null, required, excluded)
  const these = sql`(select value from json_each(${JSON.stringify(numbers)}))`
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0]
  const isStretch = numbers.length > fewNumbers && last - first <= longestGap * numbers.length
  // The plus keeps the index from being asked for each number.
  const among = isStretch
    ? sql`search_words.rowid between ${first} and ${last} and +search_words.rowid in ${these}`
    : sql`search_words.rowid in ${these}`
  if (match !== null) {
    return sql`
      select search_words.rowid as number
      from search_words
      join search_papers on search_papers.number = search_words.rowid
      join papers on papers.id = search_papers.paper_id
      where search_words match ${match} and ${among} ${where ? sql`and ${where}` : sql``}`
  }
  const not = excluded.map(
    (words) => sql`search_papers.number not in (select rowid from search_words where search_words match ${words})`,
  )
  return sql`
    select search_papers.number as number
    from search_papers
    join papers on papers.id = search_papers.paper_id
    where ${and(sql`search_papers.number in ${these}`, where, ...not)}`
}

/** The places move with the last of them: if this breaks off, the rest is found anew, and what is kept stays once. */
async function keep(finds: readonly Find[], next: Places, now: number): Promise<number> {
  const tell = await openTeller(finds, now)
  const pieces = finds.flatMap(({ search, ids }) => piecesOf(ids).map((some) => ({ search, ids: some })))
  let found = 0
  for (let from = 0; from === 0 || from < pieces.length; ) {
    let to = from
    for (let hits = 0; to < pieces.length && hits < mostAtOnce; to++) hits += pieces[to]?.ids.length ?? 0
    found += await write(async (tx) => {
      let kept = 0
      for (const piece of pieces.slice(from, to)) kept += await keepPiece(tx, piece, tell, now)
      if (to >= pieces.length) await keepPlaces(tx, next)
      return kept
    })
    from = Math.max(to, from + 1)
  }
  return found
}

/** As much as one message tells. */
function piecesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostMatched) }, (_, i) =>
    ids.slice(i * mostMatched, (i + 1) * mostMatched),
  )
}

async function keepPiece(tx: Transaction, { search, ids }: Find, tell: Teller, now: number): Promise<number> {
  const [still] = await tx
    .select({ asked: savedSearches.asked })
    .from(savedSearches)
    .where(eq(savedSearches.id, search.id))
  if (still?.asked !== search.asked) return 0 // removed or changed meanwhile
  const there = await tx.select({ id: papers.id }).from(papers).where(inArray(papers.id, ids))
  if (there.length === 0) return 0
  const kept = await tx
    .insert(searchHits)
    .values(there.map(({ id }) => ({ searchId: search.id, paperId: id, at: now })))
    .onConflictDoNothing()
    .returning({ id: searchHits.paperId })
  const isNew = new Set(kept.map(({ id }) => id))
  await tell(
    tx,
    search,
    ids.filter((id) => isNew.has(id)),
  )
  return kept.length
}

type Teller = (tx: Transaction, search: Search, ids: readonly string[]) => Promise<void>

/** Makes the messages of what was found for those webhooks that tell their owner. */
async function openTeller(finds: readonly Find[], now: number): Promise<Teller> {
  const owners = new Set(finds.map(({ search }) => search.userId))
  const hooks = owners.size === 0 ? [] : await listTelling(owners)
  const told = finds.filter(({ search }) => hooks.some(({ ownerId }) => ownerId === search.userId))
  const ids = [...new Set(told.flatMap((find) => find.ids))]
  const known = new Map<string, NewsPaper>()
  for (let i = 0; i < ids.length; i += batch) {
    for (const paper of await getPapers(ids.slice(i, i + batch))) known.set(paper.id, newsOf(paper))
  }
  return async (tx, search, found) => {
    const some = found.flatMap((id) => known.get(id) ?? [])
    const [first] = some
    if (!first) return
    const news = newsOfSearch(search, some, now)
    const drafts = hooks
      .filter(({ ownerId }) => ownerId === search.userId)
      .map(({ id }) => ({
        webhookId: id,
        event: news.type,
        about: aboutOf(news.type, `${search.id}/${first.id}`),
        news,
      }))
    await addDeliveries(tx, drafts, now)
  }
}

async function listTelling(owners: ReadonlySet<string>): Promise<Webhook[]> {
  const on = await db.select().from(webhooks).where(eq(webhooks.isOn, true))
  return on.filter(
    ({ ownerId, events }) => ownerId !== null && owners.has(ownerId) && events.includes('search.matched'),
  )
}

function newsOfSearch(
  { id, name }: Search,
  found: NewsPaper[],
  now: number,
): Extract<News, { type: 'search.matched' }> {
  const search = { id, name, url: env.SITE_URL + savedSearchPath(id) }
  return { type: 'search.matched', timestamp: new Date(now).toISOString(), data: { search, papers: found } }
}
