import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Delivery,
  dropDelivery,
  hasDueDelivery,
  listDueWebhooks,
  listWaiting,
  noteAgain,
  noteGivenUp,
  noteSent,
  readWaiting,
  type SwitchedOff,
} from '@/db/deliveries'
import { gatherNews, hasNews, readStillTold } from '@/db/webhook-news'
import type { Webhook } from '@/db/webhooks'
import { plural } from '@/lib/text'
import { nextInLine, pauseAfter, verdictOf } from '@/lib/webhook-attempts'
import type { News } from '@/lib/webhook-news'
import type { Outcome } from '@/outside/send-webhook'

type Asked = {
  send: (webhook: Webhook, message: { id: string; news: News }, signal: AbortSignal) => Promise<Outcome>
  /** Somebody's webhook was switched off because it failed. */
  tell: (off: SwitchedOff) => void
  now: number
  signal: AbortSignal
}

// So many receivers are posted to at once; one that is slow holds its own place for ten seconds at most.
const mostAtOnce = 16
const pause = 250
// Then the job's length is noted and the next run goes on.
const longestRun = 60_000

/** Whether a message is due or something has happened that messages may be made of. Only reads. */
export async function hasNewsToTell(now: number): Promise<boolean> {
  return (await hasDueDelivery(now)) || (await hasNews(now))
}

/**
 * Makes messages of what has happened and posts them: to each webhook one after the other, oldest first, and to several
 * webhooks at once. A message is noted after it was taken, so a process that is killed between the two sends it once
 * more, under the same id.
 */
export async function tellWebhooks({ send, tell, now, signal }: Asked): Promise<string> {
  const begun = performance.now()
  const clock = () => now + Math.floor(performance.now() - begun)
  const busy = new Map<string, Promise<void>>()
  const faults: unknown[] = []
  const done = { sent: 0, failed: 0 }
  for (;;) {
    const isOver = signal.aborted || faults.length > 0 || performance.now() - begun > longestRun
    if (!isOver) {
      await gather(clock(), signal)
      for (const webhook of await listDueWebhooks(clock())) await start(webhook)
    }
    if (busy.size === 0) break
    await Promise.race([...busy.values(), ...(isOver ? [] : [sleep(pause)])])
  }
  if (faults.length > 0) throw faults[0]
  if (done.sent + done.failed === 0) return ''
  return `${plural(done.sent, 'message')} sent, ${done.failed} not taken`

  async function start(webhook: Webhook) {
    if (busy.has(webhook.id) || busy.size >= mostAtOnce) return
    const next = nextInLine(await listWaiting(webhook.id, clock()), clock())
    const message = next && (await readWaiting(next.id))
    if (!message) return
    const work = post(webhook, message)
      .catch((error: unknown) => {
        if (!signal.aborted) faults.push(error)
      })
      .finally(() => busy.delete(webhook.id))
    busy.set(webhook.id, work)
  }

  async function post(webhook: Webhook, message: Delivery) {
    const news = await readStillTold(message)
    if (!news) return dropDelivery(message.id)
    const outcome = await send(webhook, { ...message, news }, signal)
    const isSent = await note(message, outcome, clock(), tell)
    if (isSent) done.sent++
    else done.failed++
  }
}

async function gather(now: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { hasMore } = await gatherNews(now)
    if (!hasMore) return
  }
}

/** @returns whether it arrived */
async function note(message: Delivery, outcome: Outcome, now: number, tell: Asked['tell']): Promise<boolean> {
  const verdict = verdictOf(outcome.status)
  if (verdict === 'sent') {
    await noteSent(message.id, outcome, now)
    return true
  }
  const wait = verdict === 'gone' ? null : pauseAfter(message.attempts + 1, outcome.retryAfter)
  if (wait !== null) {
    await noteAgain(message.id, outcome, now + wait)
    return false
  }
  const off = await noteGivenUp(message.id, { ...outcome, isGone: verdict === 'gone' }, now)
  if (off) tell(off)
  return false
}
