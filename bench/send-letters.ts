import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { answerOrders } from '@/bench/beside'

/* Beside the benchmark: sends letters to so many readers as the site does, or the same ones with nodemailer alone. */

export type SendOrder = {
  by: 'site' | 'nodemailer'
  smtpUrl: string
  databaseUrl: string
  readers: number
  now: number
}

export type SendReport = {
  perSecond: number
  /** MB at most, of the whole process. */
  memory: number
  /** Ms until all letters were in the outbox, and the longest that a write beside it waited; 0 for nodemailer. */
  made: number
  waited: number
}

const connections = 5
// Ms between two votes.
const pause = 20
const clock = { timeZone: 'UTC', rollover: '00:00' }

answerOrders<SendOrder, SendReport>(async (order) => {
  process.env.DATABASE_URL = order.databaseUrl // before the imports below open it
  const { made, waited, seconds } = order.by === 'site' ? await sendAsSite(order) : await sendAlone(order)
  return { perSecond: order.readers / seconds, memory: process.resourceUsage().maxRSS / 1024, made, waited }
})

async function sendAsSite({ smtpUrl, readers, now }: SendOrder) {
  const { closeDatabase, write } = await import('@/db/client')
  const { prepareLetters } = await import('@/jobs/digest')
  const { letterMail } = await import('@/jobs/letter-mail')
  const { sendOutbox } = await import('@/jobs/outbox')
  const { paceOf } = await import('@/lib/pace')
  const { site } = await import('@/mail')
  const { openSmtpLine } = await import('@/outside/smtp-line')
  await addReaders(readers, now)
  const { signal } = new AbortController()

  let waited = 0
  let isMaking = true
  const voting = (async () => {
    while (isMaking) {
      const due = performance.now() + pause
      await sleep(pause)
      await write(async () => {})
      waited = Math.max(waited, performance.now() - due)
    }
  })()
  const made = await timed(() => prepareLetters({ site, clock, now, signal }))
  isMaking = false
  await voting

  const openLine = () => openSmtpLine(smtpUrl)
  const sending = {
    openLine,
    write: letterMail,
    pace: paceOf(Number.MAX_SAFE_INTEGER),
    lines: connections,
    now,
    signal,
  }
  const seconds = (await timed(() => sendOutbox(sending))) / 1_000
  await closeDatabase()
  return { made, waited, seconds }
}

async function sendAlone({ smtpUrl, readers, now }: SendOrder) {
  const { listIssuePapers } = await import('@/db/letters')
  const { renderDigest } = await import('@/lib/digest-letter')
  const { issueAt } = await import('@/lib/letter-issue')
  const { withDefaults } = await import('@/lib/subscription-schema')
  const { site } = await import('@/mail')
  const issue = issueAt('daily', now, clock)
  const digest = renderDigest(site, issue, await listIssuePapers(issue), withDefaults({}, 'UTC'))
  if (!digest) throw new Error(`There is nothing to tell of ${issue}.`)
  const post = nodemailer.createTransport({ url: smtpUrl, pool: true, maxConnections: connections })
  let next = 0
  const send = async () => {
    while (next < readers) await post.sendMail({ ...digest, from: 'papers@lab.edu', to: `reader-${next++}@lab.edu` })
  }
  const seconds = (await timed(() => Promise.all(Array.from({ length: connections }, send)))) / 1_000
  post.close()
  return { made: 0, waited: 0, seconds }
}

/** Most readers want the same; the others are two hundred groups of their own. */
async function addReaders(readers: number, now: number): Promise<void> {
  const { write } = await import('@/db/client')
  const { subscriptions } = await import('@/db/schema')
  const { withDefaults } = await import('@/lib/subscription-schema')
  const rows = Array.from({ length: readers }, (_, n) => ({
    ...withDefaults(n % 5 === 0 ? { papers: 5 + (n % 20), minUpvotes: Math.floor(n / 100) % 10 } : {}, 'UTC'),
    ...{ id: `reader-${n}`, email: `reader-${n}@lab.edu`, secret: `secret-${n}`, state: 'active' as const },
    ...{ createdAt: now, confirmedAt: now, nextAt: now },
  }))
  for (let at = 0; at < rows.length; at += 500)
    await write((tx) => tx.insert(subscriptions).values(rows.slice(at, at + 500)))
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await action()
  return performance.now() - began
}
