import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { outbox, papers, subscriptions } from '@/db/schema'
import { env } from '@/env'
import { prepareLetters } from '@/jobs/digest'
import { dayStart, monthOf, weekOf } from '@/lib/days'
import { withDefaults } from '@/lib/subscription-schema'
import { site } from '@/mail'
import { endJobs, startJob } from '@/testing/job-process'

/* The outbox in a process of its own, which is killed in the middle of sending. */

const readers = 30
const day = '2026-06-02'
const now = Date.parse('2026-06-03T07:00:00Z')

/** Who was sent a letter, in order; the server takes a moment to say that it took one. */
const received: string[] = []
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, { envelope: { rcptTo } }, taken) {
    stream.resume()
    stream.on('end', () => {
      received.push(rcptTo[0]?.address ?? '')
      setTimeout(taken, 40)
    })
  },
})
post.on('error', () => {}) // a killed process says no goodbye

beforeAll(async () => {
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
  const chosen = withDefaults({}, 'UTC')
  const kept = { ...chosen, state: 'active' as const, secret: 'secret', createdAt: 0, confirmedAt: 0, nextAt: now }
  await write(async (tx) => {
    await tx.insert(papers).values({
      ...{ id: '2606.00001', day, week: weekOf(day), month: monthOf(day), submittedAt: dayStart(day) },
      ...{ title: 'Paper', authors: [{ name: 'Ada' }], authorCount: 1, categories: [], keywords: [], mediaUrls: [] },
      ...{ publishedAt: dayStart(day), createdAt: dayStart(day) },
    })
    await tx
      .insert(subscriptions)
      .values(Array.from({ length: readers }, (_, n) => ({ ...kept, id: `reader-${n}`, email: `reader-${n}@lab.edu` })))
  })
  const clock = { timeZone: 'UTC', rollover: '00:00' }
  await prepareLetters({ site, clock, now, signal: new AbortController().signal })
})

afterAll(() => {
  endJobs()
  post.close(() => {})
})

function startOutbox() {
  const address = post.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')
  const settings = { DATABASE_URL: env.DATABASE_URL, SMTP_URL: `smtp://127.0.0.1:${address.port}` }
  return startJob('outbox', new Date(now).toISOString(), settings)
}

async function countBy(state: 'sent' | 'unclear' | 'waiting' | 'sending'): Promise<number> {
  return (await db.select().from(outbox)).filter((row) => row.state === state).length
}

test('killed between sending and noting, it sends nobody a second letter', async () => {
  const first = startOutbox()
  await expect.poll(() => received.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(8)
  await first.kill()
  const begun = await countBy('sending')
  expect(begun).toBeGreaterThan(0)
  expect(begun).toBeLessThanOrEqual(5)

  const { code, said } = await startOutbox().ended
  expect(code, said).toBe(0)
  expect(new Set(received).size).toBe(received.length)
  expect(await countBy('unclear')).toBe(begun)
  expect(await countBy('sent')).toBe(readers - begun)
  expect(received.length).toBeLessThanOrEqual(readers)
  expect(received.length).toBeGreaterThanOrEqual(readers - begun)
}, 120_000)
