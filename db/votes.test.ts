import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { importRows } from '@/db/import'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { papers, voteHours, votes } from '@/db/schema'
import { createUser } from '@/db/users'
import { getVoteHistory } from '@/db/vote-history'
import { castVote, listVoted, listVotesOf, withdrawVote } from '@/db/votes'
import { env } from '@/env'
import { authorityOf, type UserId } from '@/lib/authority'
import { dayStart } from '@/lib/days'
import { heatOf } from '@/lib/heat'
import { readRow } from '@/lib/import-row'

const hour = 3_600_000
const now = Date.UTC(2026, 5, 2, 9, 20)
const [attention, norm] = ['2606.00001', '2606.00002']
let people: UserId[]
let mira: UserId
let tove: UserId

beforeAll(async () => {
  mira = await join('Mira')
  tove = await join('Tove')
  people = [mira, tove, await join('Rashid'), await join('Pilar')]
  await importRows([row(attention, 0), row(norm, 54)], now)
})

test('Mira votes: the paper counts one more, and the journal says so', async () => {
  const before = await lastJournalId()
  expect(await castVote(mira, attention, now)).toEqual({ ok: true, upvotes: 1, voted: true, changed: true })
  expect(await listVoted(mira, [attention, norm])).toEqual([attention])
  expect(await getVoteHistory(attention)).toEqual([{ hour: Math.floor(now / hour), votes: 1 }])
  expect(await listJournalSince(before, 10)).toMatchObject([
    { at: now, kind: 'vote', paperId: attention, day: '2026-06-02', userId: mira, data: { want: 'up' } },
  ])
})

test('asking for what is so already writes nothing', async () => {
  const before = await everything(attention)
  expect(await castVote(mira, attention, now + hour)).toEqual({ ok: true, upvotes: 1, voted: true, changed: false })
  expect(await withdrawVote(tove, attention, now + hour)).toEqual({
    ok: true,
    upvotes: 1,
    voted: false,
    changed: false,
  })
  expect(await everything(attention)).toEqual(before)
})

test('twenty votes of one person at once are one vote', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => castVote(tove, attention, now + 1)))
  expect(asked.filter((vote) => vote.ok && vote.changed)).toHaveLength(1)
  expect(new Set(asked.map((vote) => vote.ok && vote.upvotes))).toEqual(new Set([2]))
  expect(await checkCounters()).toEqual([])
})

test('a vote that is taken back days later leaves the hour it was cast in', async () => {
  await withdrawVote(tove, attention, now + 50 * hour)
  expect(await getVoteHistory(attention)).toEqual([{ hour: Math.floor(now / hour), votes: 1 }])
  await withdrawVote(mira, attention, now + 90 * hour)
  expect(await getVoteHistory(attention)).toEqual([])
  expect(await paperRow(attention)).toMatchObject({ upvotes: 0, heat: null })
})

test('votes come on top of those that an import carried over', async () => {
  expect(await castVote(mira, norm, now)).toMatchObject({ upvotes: 55 })
  const hours = [
    { hour: dayStart('2026-06-02') / hour, votes: 54 },
    { hour: Math.floor(now / hour), votes: 1 },
  ]
  expect(await getVoteHistory(norm)).toEqual(hours)
  expect(await paperRow(norm)).toMatchObject({
    carriedUpvotes: 54,
    heat: heatOf(hours, env.HEAT_HALF_LIFE_HOURS),
  })
  expect(await listVotesOf(mira)).toEqual([{ id: norm, title: norm, upvotes: 55, day: '2026-06-02', at: now }])
  await withdrawVote(mira, norm, now)
})

test('nobody votes for a paper that is not there', async () => {
  expect(await castVote(mira, '2606.99999', now)).toEqual({ ok: false, error: 'no such paper' })
  expect(await withdrawVote(mira, '2606.99999', now)).toEqual({ ok: false, error: 'no such paper' })
})

test('whatever people vote, taking it all back restores the paper to the bit', async () => {
  const step = fc.record({
    person: fc.nat(3),
    paper: fc.constantFrom(attention, norm),
    want: fc.constantFrom('up', 'none'),
    later: fc.integer({ min: 0, max: 100 * hour }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const before = [await standing(attention), await standing(norm)]
      let at = now
      for (const { person, paper, want, later } of steps) {
        at += later
        await (want === 'up' ? castVote : withdrawVote)(people[person] ?? mira, paper, at)
      }
      expect(await checkCounters()).toEqual([])
      for (const paper of [attention, norm]) {
        expect((await paperRow(paper))?.heat).toBe(heatOf(await getVoteHistory(paper), env.HEAT_HALF_LIFE_HOURS))
      }
      for (const { paper, person } of steps.toReversed()) await withdrawVote(people[person] ?? mira, paper, at)
      expect([await standing(attention), await standing(norm)]).toEqual(before)
    }),
    { numRuns: 30 },
  )
})

async function join(name: string): Promise<UserId> {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

function row(id: string, upvotes: number) {
  const paper = { id, title: id, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

async function paperRow(id: string) {
  const [paper] = await db.select().from(papers).where(eq(papers.id, id))
  return paper
}

/** All that votes touch. */
async function standing(id: string) {
  return {
    paper: await paperRow(id),
    hours: await db.select().from(voteHours).where(eq(voteHours.paperId, id)).orderBy(asc(voteHours.hour)),
    votes: await db.select().from(votes).where(eq(votes.paperId, id)),
  }
}

async function everything(id: string) {
  return { ...(await standing(id)), journal: await lastJournalId() }
}
