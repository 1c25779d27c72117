import { and, desc, eq, inArray } from 'drizzle-orm'
import { db, write } from '@/db/client'
import type { Tried } from '@/db/deliveries'
import { comments, deliveries, papers } from '@/db/schema'
import type { DeliveryLine } from '@/db/types'
import { getWebhook, type Keeper } from '@/db/webhooks'
import { formatDay } from '@/lib/days'
import { paperPath } from '@/lib/paper-id'
import { mostAttempts } from '@/lib/webhook-attempts'
import { whatOf } from '@/lib/webhook-news'

/* What became of a webhook's messages, for those who keep it. */

/** A test that has been sent, for the log. */
export async function logTest(webhookId: string, id: string, tried: Tried & { isSent: boolean }, now: number) {
  const { status, answer, isSent } = tried
  const done = { attempts: 1, status, answer, nextAt: now, createdAt: now, doneAt: now, payload: {} }
  const row = { id, webhookId, event: 'webhook.test', about: `webhook.test:${id}`, ...done }
  await write((tx) => tx.insert(deliveries).values({ ...row, state: isSent ? 'sent' : 'failed' }))
}

type Asked = 'asked' | 'no such message' | 'off' | 'sent already'

/** Asks for one more try of a message, as soon as possible. */
export async function retryDelivery(keeper: Keeper, webhookId: string, id: string, now: number): Promise<Asked> {
  const webhook = await getWebhook(keeper, webhookId)
  if (!webhook) return 'no such message'
  if (!webhook.isOn) return 'off'
  return write(async (tx) => {
    const isThis = and(eq(deliveries.id, id), eq(deliveries.webhookId, webhookId))
    const [row] = await tx.select().from(deliveries).where(isThis)
    if (!row || row.event === 'webhook.test' || (row.state === 'failed' && !('type' in row.payload)))
      return 'no such message'
    if (row.state === 'sent') return 'sent already'
    // One that was given up gets one try more.
    const attempts = Math.min(row.attempts, mostAttempts - 1)
    await tx.update(deliveries).set({ state: 'waiting', attempts, nextAt: now, doneAt: null }).where(isThis)
    return 'asked'
  })
}

/** The last messages of each of these webhooks, newest first. */
export async function listDeliveries(
  webhookIds: readonly string[],
  limit: number,
): Promise<Map<string, DeliveryLine[]>> {
  const logs = await Promise.all(webhookIds.map((id) => deliveriesQuery(id, limit)))
  const subjects = await readSubjects(logs.flat().map(({ about }) => about))
  return new Map(
    webhookIds.map((id, i) => [
      id,
      (logs[i] ?? []).map(({ about, event, ...row }) => ({
        ...row,
        event: event as DeliveryLine['event'], // addDeliveries() and logTest() are the only ones to write it
        subject: subjects.get(whatOf(about)) ?? null,
      })),
    ]),
  )
}

/** The statement, for the test that reads its plan. */
export function deliveriesQuery(webhookId: string, limit: number) {
  return db
    .select(columns)
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(desc(deliveries.createdAt))
    .limit(limit)
}

const columns = {
  id: deliveries.id,
  event: deliveries.event,
  about: deliveries.about,
  state: deliveries.state,
  attempts: deliveries.attempts,
  nextAt: deliveries.nextAt,
  status: deliveries.status,
  answer: deliveries.answer,
  createdAt: deliveries.createdAt,
  doneAt: deliveries.doneAt,
}

/** By what they are: no paper, comment and day have the same name. */
async function readSubjects(abouts: readonly string[]): Promise<Map<string, DeliveryLine['subject']>> {
  const of = (event: string) => abouts.filter((about) => about.startsWith(event)).map(whatOf)
  const [paperRows, commentRows] = await Promise.all([
    db
      .select({ id: papers.id, title: papers.title })
      .from(papers)
      .where(inArray(papers.id, of('paper.'))),
    db
      .select({ id: comments.id, paperId: comments.paperId, title: papers.title })
      .from(comments)
      .innerJoin(papers, eq(papers.id, comments.paperId))
      .where(inArray(comments.id, of('comment.'))),
  ])
  const found = new Map<string, DeliveryLine['subject']>()
  for (const { id, title } of paperRows) found.set(id, { text: title, path: paperPath(id) })
  for (const { id, paperId, title } of commentRows) {
    found.set(id, { text: title, path: `${paperPath(paperId)}#comment-${id}` })
  }
  for (const day of of('day.closed')) found.set(day, { text: formatDay(day), path: `/papers/date/${day}` })
  return found
}
