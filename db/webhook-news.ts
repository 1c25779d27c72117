import { setImmediate as breathe } from 'node:timers/promises'
import { asc } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { addDeliveries, canStillBeTold, changeWords, type Delivery, type Draft } from '@/db/deliveries'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { listPapers } from '@/db/listings'
import {
  idsOfListed,
  listVotesBefore,
  newsOf,
  readComment,
  readFollowables,
  readMatches,
  votesOfRow,
} from '@/db/news-reads'
import { getPapers } from '@/db/papers'
import { webhooks } from '@/db/schema'
import { listStillFound } from '@/db/search-news'
import type { JournalRow, Paper } from '@/db/types'
import { closedDays, getPlace, isFarBehind, keepPlaces, moveOn } from '@/db/webhook-places'
import type { Webhook } from '@/db/webhooks'
import { env, feedClock } from '@/env'
import { feedDay } from '@/lib/days'
import type { Read } from '@/lib/follow-match'
import { paperPath } from '@/lib/paper-id'
import { shorten } from '@/lib/text'
import type { WebhookEvent } from '@/lib/webhook-kinds'
import { aboutOf, type News } from '@/lib/webhook-news'

/* What has happened that somebody wants to be told: read in the journal, from where the last look ended. */

const batch = 500
// Messages made in one transaction: others who write wait for no more than these.
const mostAtOnce = 200
const mostOfDay = 10
const longestComment = 2_000

type DayNews = Extract<News, { type: 'day.closed' }>
type MatchedNews = Extract<News, { type: 'search.matched' }>

/** Makes messages of some of what has happened since the last look. @returns how many, and whether there is more */
export async function gatherNews(now: number): Promise<{ added: number; hasMore: boolean }> {
  const place = await getPlace()
  const rows = await listJournalSince(place, batch)
  // After the rows, so that a webhook which was made before one of them is seen.
  const all = await db.select().from(webhooks).orderBy(asc(webhooks.createdAt))
  if (all.length === 0) {
    await moveOn(place)
    return { added: 0, hasMore: false }
  }
  // Those that are off are moved past what happens, so that they are not told of it when they are on again.
  const hooks = all.filter(({ isOn }) => isOn)
  const closed = await closedDays(now, feedClock)
  const last = rows.at(-1)?.id ?? place
  if (last === place && closed.isKnown) return { added: 0, hasMore: false }
  const drafts = [...(await draftsOf(rows, hooks)), ...(await draftsOfDays(closed.days, hooks, now))]
  const added = await keep(drafts, { place: last, day: closed.last }, now)
  return { added, hasMore: rows.length === batch }
}

/** Whether gatherNews() would write anything. */
export async function hasNews(now: number): Promise<boolean> {
  const place = await getPlace()
  const [hook] = await db.select({ id: webhooks.id }).from(webhooks).limit(1)
  if (!hook) return isFarBehind(place)
  return (await lastJournalId()) > place || !(await closedDays(now, feedClock)).isKnown
}

/** The place moves with the last of them: if this breaks off, they are made anew, and those that are there stay once. */
async function keep(drafts: readonly Draft[], places: { place: number; day: string }, now: number): Promise<number> {
  let added = 0
  for (let from = 0; from === 0 || from < drafts.length; from += mostAtOnce) {
    const isLast = from + mostAtOnce >= drafts.length
    added += await write(async (tx) => {
      const made = await addDeliveries(tx, drafts.slice(from, from + mostAtOnce), now)
      if (isLast) await keepPlaces(tx, places)
      return made
    })
  }
  return added
}

/**
 * What a message tells, as far as everybody can still see it: what it is about may have been hidden or taken off
 * meanwhile, and a day is told anew without the papers that are off it. @returns null when nothing is left to tell
 */
export async function readStillTold({ id, about, news }: Delivery): Promise<News | null> {
  if (news.type === 'search.matched') return stillMatched(news)
  if (news.type !== 'day.closed') return (await canStillBeTold(about)) ? news : null
  const { day, top } = news.data
  const isOnDay = ({ listing }: Paper) => listing?.day === day
  const still = (await getPapers(top.map((paper) => paper.id))).filter(isOnDay)
  if (still.length === top.length) return news
  const next = await newsOfDay(day, news.timestamp)
  if (next) await changeWords(id, next)
  return next
}

async function stillMatched(news: MatchedNews): Promise<MatchedNews | null> {
  const { search, papers } = news.data
  const still = await listStillFound(
    search.id,
    papers.map(({ id }) => id),
  )
  const left = papers.filter(({ id }) => still.includes(id))
  return left.length === 0 ? null : { ...news, data: { search, papers: left } }
}

async function draftsOf(rows: readonly JournalRow[], hooks: readonly Webhook[]): Promise<Draft[]> {
  const wanting = (event: WebhookEvent) => hooks.filter(({ events }) => events.includes(event))
  const found: { at: number; drafts: Draft[] }[] = []
  const matches = askOwners()
  for (const row of rows) {
    const drafts =
      row.kind === 'comment' && row.data?.act === 'wrote'
        ? await draftsOfComment(row, wanting('comment.created'))
        : await draftsOfListed(row, wanting('paper.listed'), matches)
    found.push({ at: row.id, drafts })
  }
  for (const { at, draft } of await draftsOfVotes(rows, wanting('paper.votes'), matches))
    found.push({ at, drafts: [draft] })
  return found.sort((a, b) => a.at - b.at).flatMap(({ drafts }) => drafts)
}

async function draftsOfComment(row: JournalRow, hooks: readonly Webhook[]): Promise<Draft[]> {
  const wanting = hooks.filter(({ createdAt }) => createdAt <= row.at)
  const id = row.data?.comment
  if (wanting.length === 0 || typeof id !== 'string') return []
  const comment = await readComment(id)
  if (!comment) return []
  const isTheirs = ({ ownerId }: Webhook) =>
    ownerId === null || (ownerId === comment.submitterId && ownerId !== comment.authorId)
  const paper = (await getPapers([comment.paperId]))[0]
  if (!paper) return []
  const { author, body, replyTo } = comment
  const text = shorten(body, longestComment).replace(/\p{Surrogate}/gu, '') // a character that was cut in two goes
  const url = `${env.SITE_URL}${paperPath(paper.id)}#comment-${id}`
  const data = { paper: newsOf(paper), comment: { id, url, author, text, replyTo } }
  return wanting
    .filter(isTheirs)
    .map((hook) => draft(hook, id, { type: 'comment.created', timestamp: iso(row.at), data }))
}

async function draftsOfListed(row: JournalRow, hooks: readonly Webhook[], matches: Matches): Promise<Draft[]> {
  const wanting = hooks.filter(({ createdAt }) => createdAt <= row.at)
  if (wanting.length === 0) return []
  const found = (await getPapers(idsOfListed(row, feedClock))).filter(({ listing }) => listing !== null)
  if (found.length === 0) return []
  const reads = await readFollowables(found.map(({ id }) => id))
  const told = found.map((paper) => ({ paper, read: reads.get(paper.id), news: newsOf(paper) }))
  const drafts: Draft[] = []
  for (const hook of wanting) {
    const because = await matches(hook)
    for (const { paper, read, news } of told) {
      const why = read && because(read)
      if (!why) continue
      const data = { paper: news, because: why }
      drafts.push(draft(hook, paper.id, { type: 'paper.listed', timestamp: iso(row.at), data }))
    }
  }
  return drafts
}

/** What of its owner's follows a paper matches: nothing for the site's, null when it is not to be told of. */
type Matches = (hook: Webhook) => Promise<(read: Read) => string[] | null>

/** Each owner's follows are read once, and between two webhooks others have their turn. */
function askOwners(): Matches {
  const owners = new Map<string, (read: Read) => string[]>()
  return async ({ ownerId }) => {
    if (ownerId === null) return () => []
    await breathe()
    const known = owners.get(ownerId) ?? (await readMatches(ownerId))
    owners.set(ownerId, known)
    return (read) => {
      const why = known(read)
      return why.length > 0 ? why : null
    }
  }
}

/**
 * Papers that with one of these rows came to as many votes as a webhook waits for, and still have them after the last;
 * for a person those that they follow.
 */
async function draftsOfVotes(rows: readonly JournalRow[], hooks: readonly Webhook[], matches: Matches) {
  const [first] = rows
  const bringsVotes = ({ kind, data }: JournalRow) =>
    kind === 'vote' || (kind === 'import' && data?.votes !== undefined)
  if (!first || hooks.length === 0 || !rows.some(bringsVotes)) return []
  const passed: { id: string; hook: Webhook; row: JournalRow }[] = []
  for (const { id, votes } of await listVotesBefore(first.id)) {
    const own = rows.map((row) => ({ row, votes: votesOfRow(row, id) })).filter((step) => step.votes !== 0)
    for (const hook of own.length === 0 ? [] : hooks) {
      const row = passingRow(own, votes, hook)
      if (row) passed.push({ id, hook, row })
    }
    await breathe()
  }
  const ids = [...new Set(passed.map(({ id }) => id))]
  const known = new Map((await getPapers(ids)).map((paper) => [paper.id, paper]))
  const reads = await readFollowables(ids)
  const told: { at: number; draft: Draft }[] = []
  for (const { id, hook, row } of passed) {
    const [paper, read] = [known.get(id), reads.get(id)]
    if (!paper?.listing || !read || (await matches(hook))(read) === null) continue
    const data = { votes: hook.votes, paper: newsOf(paper) }
    told.push({ at: row.id, draft: draft(hook, id, { type: 'paper.votes', timestamp: iso(row.at), data }) })
  }
  return told
}

type Step = { row: JournalRow; votes: number }

function passingRow(steps: readonly Step[], before: number, hook: Webhook): JournalRow | null {
  let count = before
  let passing: JournalRow | null = null
  for (const { row, votes } of steps) {
    const isBelow = count < hook.votes
    count += votes
    if (count < hook.votes) passing = null
    else if (isBelow && hook.createdAt <= row.at) passing ??= row
  }
  return passing
}

/** A day without papers is not told of; nor is one that closed before there was the webhook. */
async function draftsOfDays(days: readonly string[], hooks: readonly Webhook[], now: number): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const day of days) {
    const wanting = hooks.filter(
      ({ events, createdAt }) => events.includes('day.closed') && feedDay(createdAt, feedClock) <= day,
    )
    if (wanting.length === 0) continue
    const news = await newsOfDay(day, iso(now))
    if (news) for (const hook of wanting) drafts.push(draft(hook, day, news))
  }
  return drafts
}

/** Null for a day without papers. */
async function newsOfDay(day: string, timestamp: string): Promise<DayNews | null> {
  const page = await listPapers({ of: 'day', value: day }, { order: 'top', page: 1, pageSize: mostOfDay })
  if (page.totals.papers === 0) return null
  const top = (await getPapers(page.papers.map(({ id }) => id))).map(newsOf)
  return {
    type: 'day.closed',
    timestamp,
    data: { day, url: `${env.SITE_URL}/papers/date/${day}`, ...page.totals, top },
  }
}

function draft({ id }: Webhook, what: string, news: Extract<News, { type: WebhookEvent }>): Draft {
  const votes = news.type === 'paper.votes' ? news.data.votes : undefined
  return { webhookId: id, event: news.type, about: aboutOf(news.type, what, votes), news }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
