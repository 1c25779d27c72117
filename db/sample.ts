import { eq, sql } from 'drizzle-orm'
import { recountVotes } from '@/db/carried-votes'
import { db, type Transaction, write } from '@/db/client'
import { freeName } from '@/db/free-name'
import { append } from '@/db/journal'
import membersFile from '@/db/sample/members.json'
import papersFile from '@/db/sample/papers.json'
import { comments, facts, papers, users, votes } from '@/db/schema'
import { feedClock } from '@/env'
import { addDays, feedDay } from '@/lib/days'
import { renderMarkdown } from '@/lib/markdown'
import { planSample, type SampleMembers, type SamplePaper } from '@/lib/sample-plan'

export type Loaded =
  | { ok: true; papers: number; members: number; votes: number; comments: number; days: string[] }
  | { ok: false; error: 'not empty' | 'was removed' }

export type Removed = { papers: number; kept: number; members: number; votes: number; comments: number }

/** Nothing has been listed, submitted or imported here. */
export async function isEmpty(): Promise<boolean> {
  return isEmptyIn(db)
}

/**
 * Puts the bundled sample into an empty database: papers on several days that end today, and members who vote and
 * talk but cannot sign in. Once removed it comes back only when asked for by name (`again`).
 */
export function loadSample(now: number, { again = false } = {}): Promise<Loaded> {
  const today = feedDay(now, feedClock)
  const sample: { papers: SamplePaper[]; members: SampleMembers } = { papers: papersFile, members: membersFile }
  const plan = planSample(sample, { now, dayOf: (offset) => addDays(today, -offset) })
  const rendered = plan.comments.map((comment) => ({ ...comment, html: renderMarkdown(comment.body) }))
  return write(async (tx) => {
    if (!(await isEmptyIn(tx))) return { ok: false, error: 'not empty' }
    if (!again && (await getFact(tx)) === 'removed') return { ok: false, error: 'was removed' }

    const people = new Map<string, string>()
    for (const member of plan.members) people.set(member.name, await addMember(tx, member))
    const idOf = (name: string) => people.get(name) ?? missing(name)
    for (const { submitter, ...paper } of plan.papers)
      await tx.insert(papers).values({ ...paper, submitterId: idOf(submitter), createdAt: now })
    for (const { paperId, name, at } of plan.votes) await tx.insert(votes).values({ paperId, userId: idOf(name), at })
    for (const { author, ...comment } of rendered)
      await tx.insert(comments).values({ ...comment, authorId: idOf(author) })
    for (const paper of plan.papers) await recount(tx, paper.id)
    const days = [...new Set(plan.papers.map((paper) => paper.day))].sort()
    await noteChange(tx, days, plan.papers.length, 'loaded', now)
    const count = {
      papers: plan.papers.length,
      members: people.size,
      votes: plan.votes.length,
      comments: rendered.length,
    }
    return { ok: true, ...count, days }
  })
}

/**
 * Takes the sample away: its members with all they did, and its papers. A paper stays when people of this site voted
 * for it or wrote under it (its summary stays, as the sample's), when a real row has taken it over, or, on no day, when
 * it has an abstract by import.
 */
export function removeSample(now: number): Promise<Removed> {
  return write(async (tx) => {
    const days = await tx.selectDistinct({ day: papers.day }).from(papers).where(touched)
    const ids = await tx.select({ id: papers.id }).from(papers).where(touched)
    const taken = {
      votes: (await tx.delete(votes).where(bySample(votes.userId)).returning({ id: votes.paperId })).length,
      comments: await removeComments(tx, now),
    }
    const removed = await tx
      .delete(papers)
      .where(sql`is_sample and abstract is null and not ${usedByPeople}`)
      .returning({ id: papers.id })
    await tx.update(papers).set(onNoDay).where(sql`is_sample and not ${usedByPeople}`)
    const members = await tx.delete(users).where(eq(users.isSample, true)).returning({ id: users.id })
    for (const { id } of ids) await recount(tx, id)
    // Only the votes and words of people are left on these, so they no longer stand for the sample.
    const kept = await tx
      .update(papers)
      .set({ isSample: false })
      .where(eq(papers.isSample, true))
      .returning({ id: papers.id })
    const count = { papers: removed.length, members: members.length, ...taken }
    if (count.papers + count.members > 0)
      await noteChange(tx, days.flatMap(({ day }) => day ?? []).sort(), ids.length, 'removed', now)
    return { ...count, kept: kept.length }
  })
}

const bySample = (column: typeof votes.userId | typeof comments.authorId) =>
  sql`${column} in (select id from users where is_sample)`

/** Papers that the sample brought, or that its members did something to. */
const touched = sql`(is_sample
  or id in (select paper_id from votes where user_id in (select id from users where is_sample))
  or id in (select paper_id from comments where author_id in (select id from users where is_sample)))`

/** What is left once the sample's own votes and comments are gone. */
const usedByPeople = sql`(exists (select 1 from votes where paper_id = papers.id)
  or exists (select 1 from comments where paper_id = papers.id))`

const onNoDay = {
  ...{ day: null, week: null, month: null, submittedAt: null },
  ...{ isSample: false, summary: null, summarySource: null, keywords: [], keywordsSource: null },
}

/** A comment that people answered keeps its place under "deleted", so that the answers keep theirs. */
async function removeComments(tx: Transaction, now: number): Promise<number> {
  const isAnswered = sql`id in (
    with recursive kept(id, parent_id) as (
      select id, parent_id from comments where author_id is null or author_id not in (select id from users where is_sample)
      union
      select c.id, c.parent_id from comments c join kept on c.id = kept.parent_id
    ) select id from kept)`
  const gone = await tx
    .delete(comments)
    .where(sql`${bySample(comments.authorId)} and not ${isAnswered}`)
    .returning({ id: comments.id })
  const emptied = await tx
    .update(comments)
    .set({ body: '', html: '', deletedAt: sql`coalesce(deleted_at, ${now})` })
    .where(bySample(comments.authorId))
    .returning({ id: comments.id })
  return gone.length + emptied.length
}

/** The totals of a paper from its rows: carried-over ones plus this site's. */
async function recount(tx: Transaction, id: string) {
  const [paper] = await tx
    .update(papers)
    .set({
      upvotes: sql`carried_upvotes + (select count(*) from votes where paper_id = ${id})`,
      comments: sql`carried_comments + (select count(*) from comments
        where paper_id = ${id} and deleted_at is null and hidden_at is null)`,
    })
    .where(eq(papers.id, id))
    .returning()
  if (paper) await recountVotes(tx, paper)
}

async function addMember(tx: Transaction, member: { name: string; fullName: string; bio: string; createdAt: number }) {
  // Somebody real may have taken the name before the sample came.
  const name = await freeName(tx, member.name)
  const id = `sample-${member.name}`
  await tx.insert(users).values({ ...member, id, name, nameKey: name.toLowerCase(), isSample: true })
  return id
}

async function isEmptyIn(from: typeof db | Transaction): Promise<boolean> {
  const [paper] = await from.select({ id: papers.id }).from(papers).limit(1)
  return paper === undefined
}

async function getFact(tx: Transaction): Promise<string | null> {
  const [fact] = await tx.select().from(facts).where(eq(facts.name, 'sample'))
  return fact?.value ?? null
}

/** In the journal, for whoever follows it, and as a fact, so that a start does not bring back what was removed. */
async function noteChange(tx: Transaction, days: string[], count: number, value: 'loaded' | 'removed', now: number) {
  await tx.insert(facts).values({ name: 'sample', value }).onConflictDoUpdate({ target: facts.name, set: { value } })
  await append(tx, { at: now, kind: 'import', paperId: null, day: null, userId: null, data: { days, papers: count } })
}

function missing(name: string): never {
  throw new Error(`The sample has no member called ${name}.`)
}
