import { and, eq, isNotNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { comments, deliveries, papers, users, webhooks } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import { switchOff, type Webhook } from '@/db/webhooks'
import type { Waiting } from '@/lib/webhook-attempts'
import { mostFailures, type WebhookEvent } from '@/lib/webhook-kinds'
import { type News, whatOf } from '@/lib/webhook-news'

/** A message that waits, as whoever sends it needs it. */
export type Delivery = { id: string; attempts: number; about: string; news: News }

/** Something to tell by a webhook. */
export type Draft = { webhookId: string; event: WebhookEvent; about: string; news: News }

/** What came of a try: the status, or null where nobody answered, and the words. */
export type Tried = { status: number | null; answer: string }

/** A webhook that has just been switched off because it failed, and whom to tell. */
export type SwitchedOff = {
  label: string
  reason: string
  owner: { name: string; email: string } | null
}

/** More than these are not kept for a webhook that cannot be reached. */
const mostWaiting = 1_000

/** Ids of messages; a receiver knows by them what it has already got. */
export function newMessageId(): string {
  return `msg_${newSecret()}`
}

/**
 * Makes messages of news, each once for a webhook whatever happens; none for one that is off or gone by now.
 * @returns how many are new
 */
export async function addDeliveries(tx: Transaction, drafts: readonly Draft[], now: number): Promise<number> {
  let added = 0
  const room = new Map<string, number>()
  for (const { webhookId, event, about, news } of drafts) {
    const left = room.get(webhookId) ?? (await roomOf(tx, webhookId))
    room.set(webhookId, left)
    if (left <= 0) continue
    const row = { id: newMessageId(), webhookId, event, about, payload: news, state: 'waiting' as const }
    const made = await tx
      .insert(deliveries)
      .values({ ...row, nextAt: now, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: deliveries.id })
    room.set(webhookId, left - made.length)
    added += made.length
  }
  return added
}

/** Webhooks that are on and have something waiting that is due, who waited longest first. */
export async function listDueWebhooks(now: number): Promise<Webhook[]> {
  const rows = await db
    .select({ webhook: webhooks, since: sql`min(${deliveries.nextAt})`.mapWith(Number).as('since') })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(and(eq(deliveries.state, 'waiting'), lte(deliveries.nextAt, now), eq(webhooks.isOn, true)))
    .groupBy(webhooks.id)
    .orderBy(sql`since`)
  return rows.map(({ webhook }) => webhook)
}

/** Whether any message is due. What waits for a webhook that is off was given up with it. */
export async function hasDueDelivery(now: number): Promise<boolean> {
  return (await dueDeliveryQuery(now)).length > 0
}

/** The statement, for the test that reads its plan. */
export function dueDeliveryQuery(now: number) {
  return db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.state, 'waiting'), lte(deliveries.nextAt, now)))
    .limit(1)
}

/** What a webhook has waiting, oldest first: as much as decides whose turn it is. */
export async function listWaiting(webhookId: string, now: number): Promise<(Waiting & { id: string })[]> {
  return db
    .select({
      id: deliveries.id,
      attempts: deliveries.attempts,
      status: deliveries.status,
      nextAt: deliveries.nextAt,
    })
    .from(deliveries)
    .where(
      and(
        isWaiting(webhookId),
        // What was tried often stands aside until its time, and would only be in the way here.
        or(lte(deliveries.attempts, 2), lte(deliveries.nextAt, now), eq(deliveries.status, 429)),
      ),
    )
    .orderBy(sql`rowid`)
    .limit(30)
}

/** A message that waits, with its words; null when it does not wait any more. */
export async function readWaiting(id: string): Promise<Delivery | null> {
  const [row] = await db
    .select({ id: deliveries.id, attempts: deliveries.attempts, about: deliveries.about, news: deliveries.payload })
    .from(deliveries)
    .where(and(eq(deliveries.id, id), eq(deliveries.state, 'waiting')))
  return row ? { ...row, news: row.news as News } : null // addDeliveries() is the only one to write it
}

/** Whether a message's paper is still on a day, or its comment still to be read. */
export async function canStillBeTold(about: string): Promise<boolean> {
  const what = whatOf(about)
  if (about.startsWith('paper.')) {
    const [paper] = await db.select({ day: papers.day }).from(papers).where(eq(papers.id, what))
    return paper !== undefined && paper.day !== null
  }
  if (about.startsWith('comment.')) {
    const [comment] = await db
      .select({ hiddenAt: comments.hiddenAt, deletedAt: comments.deletedAt })
      .from(comments)
      .where(eq(comments.id, what))
    return comment !== undefined && comment.hiddenAt === null && comment.deletedAt === null
  }
  return true
}

/** Tells something else, under the same id. */
export async function changeWords(id: string, news: News): Promise<void> {
  await write((tx) => tx.update(deliveries).set({ payload: news }).where(eq(deliveries.id, id)))
}

/** Takes back what is not to be told any more. */
export async function dropDelivery(id: string): Promise<void> {
  await write((tx) => tx.delete(deliveries).where(eq(deliveries.id, id)))
}

/** It arrived. Its words are not needed any more. */
export async function noteSent(id: string, { status, answer }: Tried, now: number): Promise<void> {
  await write(async (tx) => {
    const [row] = await tx
      .update(deliveries)
      .set({ state: 'sent', attempts: sql`${deliveries.attempts} + 1`, status, answer, doneAt: now, payload: {} })
      .where(eq(deliveries.id, id))
      .returning({ webhookId: deliveries.webhookId })
    if (row) await tx.update(webhooks).set({ failures: 0 }).where(eq(webhooks.id, row.webhookId))
  })
}

/** It did not arrive and is tried again then. */
export async function noteAgain(id: string, { status, answer }: Tried, nextAt: number): Promise<void> {
  await write((tx) =>
    tx
      .update(deliveries)
      .set({ attempts: sql`${deliveries.attempts} + 1`, status, answer, nextAt })
      .where(eq(deliveries.id, id)),
  )
}

/**
 * It is given up. After several of them in a row, or at once when the receiver says that it is gone for good, the
 * webhook is switched off. @returns what was switched off
 */
export function noteGivenUp(
  id: string,
  { status, answer, isGone }: Tried & { isGone: boolean },
  now: number,
): Promise<SwitchedOff | null> {
  return write(async (tx) => {
    const [row] = await tx
      .update(deliveries)
      .set({ state: 'failed', attempts: sql`${deliveries.attempts} + 1`, status, answer, doneAt: now })
      .where(eq(deliveries.id, id))
      .returning({ webhookId: deliveries.webhookId })
    if (!row) return null
    const [webhook] = await tx
      .update(webhooks)
      .set({ failures: sql`${webhooks.failures} + 1` })
      .where(eq(webhooks.id, row.webhookId))
      .returning()
    if (!webhook?.isOn || (!isGone && webhook.failures < mostFailures)) return null
    const reason = isGone
      ? 'Its receiver said that it is gone for good (410).'
      : `${mostFailures} messages in a row could not be delivered. The last answer: ${answer}`
    await switchOff(tx, webhook.id, reason, now)
    return { label: webhook.label, reason, owner: await ownerOf(tx, webhook) }
  })
}

/**
 * Forgets messages that were made before a time. That a paper had its votes told stays known, without the words: it
 * is told once, however often the votes go down and up.
 */
export async function pruneDeliveries(before: number): Promise<void> {
  const isOld = and(lt(deliveries.createdAt, before), ne(deliveries.state, 'waiting'))
  await write(async (tx) => {
    await tx.delete(deliveries).where(and(isOld, ne(deliveries.event, 'paper.votes')))
    await tx
      .update(deliveries)
      .set({ payload: {}, answer: null })
      .where(and(isOld, or(isNotNull(deliveries.answer), ne(deliveries.payload, {}))))
  })
}

/** Takes a person's name out of messages: as author, as whom somebody answers, and as whom somebody follows. */
export async function forgetName(tx: Transaction, name: string): Promise<void> {
  for (const path of ['$.data.comment.author', '$.data.comment.replyTo']) {
    await tx
      .update(deliveries)
      .set({ payload: sql`json_set(${deliveries.payload}, ${path}, null)` })
      .where(and(eq(deliveries.event, 'comment.created'), eq(sql`json_extract(${deliveries.payload}, ${path})`, name)))
  }
  const because = sql`json_each(${deliveries.payload}, '$.data.because')`
  const others = sql`(select json_group_array(value) from ${because} where value <> ${name})`
  await tx
    .update(deliveries)
    .set({ payload: sql`json_set(${deliveries.payload}, '$.data.because', json(${others}))` })
    .where(and(eq(deliveries.event, 'paper.listed'), sql`${name} in (select value from ${because})`))
}

async function roomOf(tx: Transaction, webhookId: string): Promise<number> {
  const [webhook] = await tx.select({ isOn: webhooks.isOn }).from(webhooks).where(eq(webhooks.id, webhookId))
  return webhook?.isOn ? mostWaiting - (await tx.$count(deliveries, isWaiting(webhookId))) : 0
}

function isWaiting(webhookId: string) {
  return and(eq(deliveries.webhookId, webhookId), eq(deliveries.state, 'waiting'))
}

async function ownerOf(tx: Transaction, { ownerId }: Webhook): Promise<SwitchedOff['owner']> {
  if (ownerId === null) return null
  const [person] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, ownerId))
  return person?.email ? { name: person.name, email: person.email } : null
}
