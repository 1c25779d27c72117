import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { append } from '@/db/journal'
import { deliveries, webhooks } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import type { WebhookAct, WebhookLine } from '@/db/types'
import type { ModeratorId, UserId } from '@/lib/authority'
import { maskedAddress } from '@/lib/webhook-address'
import { mostWebhooks } from '@/lib/webhook-kinds'
import type { WebhookAsked, WebhookChange } from '@/lib/webhook-schema'
import { newWebhookSecret } from '@/lib/webhook-signature'

/** Whose webhooks: a person's own, or the site's, which moderators keep. */
export type Keeper = { of: 'person'; userId: UserId } | { of: 'site'; moderatorId: ModeratorId }

/** All of it, address and secret too: for sending. */
export type Webhook = typeof webhooks.$inferSelect

export type Made = { ok: true; id: string; secret: string } | { ok: false; error: string }

/** The oldest first. */
export async function listWebhooks(keeper: Keeper): Promise<WebhookLine[]> {
  const rows = await db.select().from(webhooks).where(isKept(keeper)).orderBy(asc(webhooks.createdAt), asc(webhooks.id))
  return rows.map(lineOf)
}

/** One with its address and secret; null when it is not theirs. */
export async function getWebhook(keeper: Keeper, id: string): Promise<Webhook | null> {
  const [row] = await db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), isKept(keeper)))
  return row ?? null
}

/** How many there are, and how many of them were switched off because they failed. */
export async function countWebhooks(keeper: Keeper): Promise<{ all: number; failed: number }> {
  const rows = await db
    .select({ isOn: webhooks.isOn, offReason: webhooks.offReason })
    .from(webhooks)
    .where(isKept(keeper))
  return { all: rows.length, failed: rows.filter(({ isOn, offReason }) => !isOn && offReason !== null).length }
}

/** Begins to tell from now on. @returns the secret that its messages are signed with: the only time it is seen */
export function createWebhook(keeper: Keeper, asked: WebhookAsked, now: number): Promise<Made> {
  return write(async (tx) => {
    const most = mostWebhooks[keeper.of]
    const [all] = await tx.select({ n: count() }).from(webhooks).where(isKept(keeper))
    if ((all?.n ?? 0) >= most) return { ok: false, error: `There are ${most} already: delete one first.` }
    const [id, secret] = [newSecret(), newWebhookSecret()]
    const ownerId = keeper.of === 'person' ? keeper.userId : null
    await tx.insert(webhooks).values({ ...asked, chat: asked.chat ?? null, id, ownerId, secret, createdAt: now })
    await note(tx, keeper, 'made', { id, label: asked.label }, now)
    return { ok: true, id, secret }
  })
}

/** Changes what it tells, its name, or where it goes. What is left out stays. */
export function changeWebhook(keeper: Keeper, id: string, asked: WebhookChange, now: number): Promise<boolean> {
  return change(keeper, id, asked, 'changed', now)
}

/** Signs with another secret from now on. @returns the secret; null when there is no such webhook */
export async function rotateSecret(keeper: Keeper, id: string, now: number): Promise<string | null> {
  const secret = newWebhookSecret()
  return (await change(keeper, id, { secret }, 'secret', now)) ? secret : null
}

/** On or off, by hand. What happened while it was off is not told. */
export function switchWebhook(keeper: Keeper, id: string, isOn: boolean, now: number): Promise<boolean> {
  return write(async (tx) => {
    const mine = and(eq(webhooks.id, id), isKept(keeper))
    const [row] = await tx.select({ label: webhooks.label, isOn: webhooks.isOn }).from(webhooks).where(mine)
    if (!row) return false
    if (row.isOn === isOn) return true
    if (isOn) await tx.update(webhooks).set({ isOn, offReason: null, failures: 0 }).where(mine)
    else await switchOff(tx, id, null, now)
    await note(tx, keeper, isOn ? 'on' : 'off', { id, label: row.label }, now)
    return true
  })
}

export function deleteWebhook(keeper: Keeper, id: string, now: number): Promise<boolean> {
  return write(async (tx) => {
    const mine = and(eq(webhooks.id, id), isKept(keeper))
    const [gone] = await tx.delete(webhooks).where(mine).returning({ id: webhooks.id, label: webhooks.label })
    if (gone) await note(tx, keeper, 'deleted', gone, now)
    return gone !== undefined
  })
}

/** Within somebody else's transaction: switches off, and gives up what waits. The reason is null when done by hand. */
export async function switchOff(tx: Transaction, id: string, reason: string | null, now: number): Promise<void> {
  await tx.update(webhooks).set({ isOn: false, offReason: reason }).where(eq(webhooks.id, id))
  await tx
    .update(deliveries)
    .set({ state: 'failed', answer: 'Switched off before it was sent.', doneAt: now })
    .where(and(eq(deliveries.webhookId, id), eq(deliveries.state, 'waiting')))
}

/** For the person to take along: without addresses and secrets, by which anybody could post. */
export async function exportWebhooks(userId: UserId) {
  const rows = await db.select().from(webhooks).where(eq(webhooks.ownerId, userId)).orderBy(asc(webhooks.createdAt))
  return rows.map((row) => {
    const { id, ...line } = lineOf(row)
    return { ...line, address: new URL(row.url).origin }
  })
}

function change(
  keeper: Keeper,
  id: string,
  values: Partial<typeof webhooks.$inferInsert>,
  act: WebhookAct,
  now: number,
): Promise<boolean> {
  return write(async (tx) => {
    const [changed] = await tx
      .update(webhooks)
      .set(values)
      .where(and(eq(webhooks.id, id), isKept(keeper)))
      .returning({ id: webhooks.id, label: webhooks.label })
    if (changed) await note(tx, keeper, act, changed, now)
    return changed !== undefined
  })
}

/** What a moderator does with the site's is for the log; a person's own are nobody's business. */
async function note(
  tx: Transaction,
  keeper: Keeper,
  act: WebhookAct,
  { id, label }: Pick<Webhook, 'id' | 'label'>,
  now: number,
): Promise<void> {
  if (keeper.of !== 'site') return
  const data = { webhook: id, label, act }
  await append(tx, { at: now, kind: 'webhook', paperId: null, day: null, userId: keeper.moderatorId, data })
}

function isKept(keeper: Keeper) {
  return keeper.of === 'person' ? eq(webhooks.ownerId, keeper.userId) : isNull(webhooks.ownerId)
}

function lineOf({ url, secret, failures, ownerId, ...row }: Webhook): WebhookLine {
  return { ...row, address: maskedAddress(url) }
}
