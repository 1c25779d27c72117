import { and, between, count, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { outbox, papers, subscriptions } from '@/db/schema'
import type { DailyFigures, SiteFacts } from '@/db/types'
import type { AdminId } from '@/lib/authority'
import { addDays, dayStart, utcDay } from '@/lib/days'

/* How much happens here, for admins. Days are those of UTC. */

const dayLength = 86_400_000
// So many rows are counted in a hundredth of a second: between two chunks the process serves readers.
const chunk = 5_000

/** Votes cast, papers listed, letters sent and people who joined, day by day. Takes one walk along an index each. */
export async function listDailyFigures(_by: AdminId, now: number, length = 30): Promise<DailyFigures> {
  const today = utcDay(now)
  const days = Array.from({ length }, (_, i) => addDays(today, i + 1 - length))
  const [first = today] = days
  const [votes, listed, letters, people] = await Promise.all([
    countBackwards(votesChunkQuery, first),
    listedQuery(first, today),
    countLetters(days),
    countBackwards(peopleChunkQuery, first),
  ])
  const papersOf = new Map(listed.map(({ day, n }) => [day, n]))
  return {
    days,
    votes: days.map((day) => votes.get(day) ?? 0),
    papers: days.map((day) => papersOf.get(day) ?? 0),
    letters,
    people: days.map((day) => people.get(day) ?? 0),
  }
}

/** Readers of the letter by the state of their subscription. */
export async function countReaders(_by: AdminId): Promise<SiteFacts['readers']> {
  const rows = await readersQuery()
  return { pending: 0, active: 0, left: 0, refused: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}

/** Letters that are not sent, by what became of them. */
export async function countOutbox(_by: AdminId): Promise<SiteFacts['outbox']> {
  const rows = await outboxQuery()
  return {
    waiting: 0,
    sending: 0,
    failed: 0,
    unclear: 0,
    ...Object.fromEntries(rows.map(({ state, n }) => [state, n])),
  }
}

/** All papers here, those on a day, and those in the pool. */
export async function countPapers(_by: AdminId): Promise<{ all: number; listed: number; pool: number }> {
  const [[all], [listed], [pool]] = await Promise.all([
    db.select({ n: count() }).from(papers),
    db.select({ n: count() }).from(papers).where(isNotNull(papers.day)),
    db.select({ n: count() }).from(papers).where(isNotNull(papers.announcedDay)),
  ])
  return { all: all?.n ?? 0, listed: listed?.n ?? 0, pool: pool?.n ?? 0 }
}

/** The statement, for the test that reads its plan; so are those below. */
export function listedQuery(from: string, until: string) {
  return db
    .select({ day: papers.day, n: count() })
    .from(papers)
    .where(between(papers.day, from, until))
    .groupBy(papers.day)
}

export function readersQuery() {
  return db
    .select({ state: subscriptions.state, n: count() })
    .from(subscriptions)
    .where(inArray(subscriptions.state, ['pending', 'active', 'left', 'refused']))
    .groupBy(subscriptions.state)
}

export function outboxQuery() {
  return db
    .select({ state: outbox.state, n: count() })
    .from(outbox)
    .where(inArray(outbox.state, ['waiting', 'sending', 'failed', 'unclear']))
    .groupBy(outbox.state)
}

export function lettersQuery(from: number, until: number) {
  return (
    db
      .select({ n: count() })
      .from(outbox)
      // The plus keeps SQLite from walking along the state: nearly all are sent.
      .where(and(gte(outbox.doneAt, from), lt(outbox.doneAt, until), sql`+${outbox.state} = 'sent'`))
  )
}

/** Votes of the journal before an id, counted by the day: taking one back is not one. */
export function votesChunkQuery(before: number, limit: number) {
  return chunkQuery(sql`
    select id as place, at, json_extract(data, '$.want') = 'up' as counts
    from journal where kind = 'vote' and id < ${before} order by id desc limit ${limit}
  `)
}

/** People in the order in which they joined; the sample's did not. */
export function peopleChunkQuery(before: number, limit: number) {
  return chunkQuery(sql`
    select rowid as place, created_at as at, not is_sample as counts
    from users where rowid < ${before} order by rowid desc limit ${limit}
  `)
}

function chunkQuery(rows: ReturnType<typeof sql>) {
  // Written out: a bound number would be a real one, and so would be the day.
  return sql`
    select at / ${sql.raw(String(dayLength))} as day, sum(counts) as n, count(*) as "rows", min(place) as place
    from (${rows}) as found group by 1
  `
}

type Chunk = { day: number; n: number; rows: number; place: number }

/** Counts by the day, from the newest row back to the first day. */
async function countBackwards(chunkOf: typeof votesChunkQuery, first: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const firstDay = dayStart(first) / dayLength
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const found = await db.all<Chunk>(chunkOf(before, chunk))
    for (const { day, n } of found) {
      const name = utcDay(day * dayLength)
      counts.set(name, (counts.get(name) ?? 0) + n)
    }
    const isLast = found.reduce((sum, { rows }) => sum + rows, 0) < chunk
    if (isLast || found.some(({ day }) => day < firstDay)) return counts
    before = Math.min(...found.map(({ place }) => place))
  }
}

/** A query for each day: all at once would sort every letter there is. */
async function countLetters(days: readonly string[]): Promise<number[]> {
  const counts: number[] = []
  for (const day of days) {
    const [found] = await lettersQuery(dayStart(day), dayStart(day) + dayLength)
    counts.push(found?.n ?? 0)
  }
  return counts
}
