import { sql } from 'drizzle-orm'
import {
  abstractAt,
  authorsAt,
  dayAt,
  dayVoterCount,
  paperIdAt,
  papersOfDay,
  titleAt,
  tokenOf,
  voterCount,
  votesAt,
} from '@/bench/synthetic'
import { closeDatabase, db, type Transaction, write } from '@/db/client'
import { migrate } from '@/db/migrate'
import { comments, facts, papers, tokens, users, voteHours } from '@/db/schema'
import { hashSecret } from '@/db/secrets'
import { env } from '@/env'
import { dayStart, monthOf, weekOf } from '@/lib/days'
import { heatOf } from '@/lib/heat'
import { hourLength, hourOf } from '@/lib/hours'

/* tsx bench/fill.ts PAPERS TODAY: fills the empty database at DATABASE_URL with papers, people, votes and comments. */

const minute = 60_000
// So many people stand behind the votes that were there before the benchmark.
const crowd = 2_000
// Rows of one statement: SQLite takes 32,766 values at a time.
const batch = 500
const batchesOfTransaction = 10

const [, , count = '', today = ''] = process.argv
await fill(Number(count), today)

async function fill(count: number, today: string): Promise<void> {
  await migrate()
  const now = Date.now()
  await write((tx) => addPeople(tx, now))
  for (let from = 0; from < count; from += batch * batchesOfTransaction) {
    await write(async (tx) => {
      const to = Math.min(count, from + batch * batchesOfTransaction)
      for (let at = from; at < to; at += batch) await addPapers(tx, placesFrom(at, Math.min(to, at + batch)), today)
    })
  }
  const halfLife = String(env.HEAT_HALF_LIFE_HOURS)
  await write((tx) => tx.insert(facts).values({ name: 'half_life', value: halfLife }).onConflictDoNothing())
  await db.run(sql`pragma wal_checkpoint(truncate)`)
  await closeDatabase()
}

async function addPeople(tx: Transaction, now: number): Promise<void> {
  const people = (prefix: string, length: number) =>
    Array.from({ length }, (_, n) => ({ id: `${prefix}-${n}`, name: `${prefix}-${n}`, nameKey: `${prefix}-${n}` }))
  const voters = people('voter', voterCount + dayVoterCount)
  for (const group of [people('reader', crowd), voters])
    await tx.insert(users).values(group.map((person) => ({ ...person, createdAt: now })))
  await tx.insert(tokens).values(
    voters.map(({ id }, n) => ({
      ...{ id: `token-${n}`, userId: id, label: 'benchmark', hash: hashSecret(tokenOf(n)) },
      ...{ scope: 'write' as const, createdAt: now, lastUsedAt: now },
    })),
  )
}

async function addPapers(tx: Transaction, places: number[], today: string): Promise<void> {
  await tx.insert(papers).values(places.map((place) => paperAt(place, today)))
  const cast = places.map((place) => [
    paperIdAt(place),
    (place * 37) % crowd,
    votesAt(place),
    submittedAt(place, today),
  ])
  await tx.run(sql`
    with recursive k(n) as (select 0 union all select n + 1 from k where n < 99)
    insert into votes (paper_id, user_id, at)
    select p.value ->> 0, 'reader-' || (((p.value ->> 1) + k.n) % cast(${crowd} as integer)),
      (p.value ->> 3) + (k.n % 3) * ${hourLength}
    from json_each(${JSON.stringify(cast)}) p join k on k.n < p.value ->> 2`)
  const hours = places.flatMap((place) => hoursAt(place, today).map((row) => ({ paperId: paperIdAt(place), ...row })))
  await tx.insert(voteHours).values(hours)
  const talk = places.flatMap((place) => commentsAt(place, today))
  if (talk.length > 0) await tx.insert(comments).values(talk)
}

function paperAt(place: number, today: string) {
  const day = dayAt(place, today)
  const authors = authorsAt(place)
  const at = submittedAt(place, today)
  return {
    id: paperIdAt(place),
    ...{ day, week: weekOf(day), month: monthOf(day), submittedAt: at, submitterId: `reader-${place % crowd}` },
    ...{ upvotes: votesAt(place), comments: commentsAt(place, today).length },
    heat: heatOf(hoursAt(place, today), env.HEAT_HALF_LIFE_HOURS),
    ...{
      publishedAt: dayStart(day) - 24 * hourLength,
      createdAt: at,
      title: titleAt(place),
      abstract: abstractAt(place),
    },
    ...{ authors, authorCount: authors.length, categories: ['cs.LG'], keywords: ['benchmark'], mediaUrls: [] },
  }
}

/** The votes of a paper come within three hours, in turn. */
function hoursAt(place: number, today: string): { hour: number; votes: number }[] {
  const first = hourOf(submittedAt(place, today))
  return [0, 1, 2]
    .map((n) => ({ hour: first + n, votes: Math.floor((votesAt(place) - n + 2) / 3) }))
    .filter(({ votes }) => votes > 0)
}

/** Every fifth paper is talked about, the newest most. */
function commentsAt(place: number, today: string) {
  const length = place === 0 ? 20 : place % 5 === 0 ? 3 : 0
  return Array.from({ length }, (_, n) => ({
    ...{ id: `comment-${place}-${n}`, paperId: paperIdAt(place), authorId: `reader-${(place + n * 7) % crowd}` },
    ...{ body: abstractAt(place + n), html: `<p>${abstractAt(place + n)}</p>` },
    createdAt: submittedAt(place, today) + n * minute,
  }))
}

function submittedAt(place: number, today: string): number {
  return dayStart(dayAt(place, today)) + (place % papersOfDay) * minute
}

function placesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n)
}
