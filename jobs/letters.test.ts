import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { emptyLetters, getLetter, keepLetters, pruneLetters } from '@/db/letters'
import { hasMail } from '@/db/outbox'
import { saveSearch } from '@/db/saved-searches'
import { letters, outbox, papers, subscriptions } from '@/db/schema'
import { leaveByToken } from '@/db/subscriptions'
import { createUser } from '@/db/users'
import { prepareLetters } from '@/jobs/digest'
import { letterMail } from '@/jobs/letter-mail'
import { sendOutbox } from '@/jobs/outbox'
import { prune } from '@/jobs/prune'
import { authorityOf } from '@/lib/authority'
import { dayStart, monthOf, weekOf } from '@/lib/days'
import { firstLetterAt } from '@/lib/letter-choices'
import { paceOf } from '@/lib/pace'
import { withDefaults } from '@/lib/subscription-schema'
import { linkToken } from '@/lib/subscription-token'
import { site } from '@/mail'
import { openSmtpLine } from '@/outside/smtp-line'
import { type Refusal, startMailServer } from '@/testing/mail-server'

/* Readers, two days of papers, and a real mail server: the jobs are run as of each quarter of an hour. */

const hour = 3_600_000
const at = (iso: string) => Date.parse(iso)
const clock = { timeZone: 'UTC', rollover: '00:00' }
const signal = new AbortController().signal
const refusals = new Map<string, Refusal>()
const post = await startMailServer({ refuse: (address) => refusals.get(address) })

// The present, so that each instant that the jobs run as of is later.
const longBefore = at('2024-12-01T00:00:00Z')
vi.useFakeTimers({ toFake: ['Date'], now: longBefore })

afterAll(async () => {
  vi.useRealTimers()
  await post.close()
})

type Listed = { upvotes: number; title?: string; categories?: string[]; authors?: string[]; abstract?: string }

/** A paper on a day's list. */
function listed(id: string, day: string, { upvotes, title = `Paper ${id}`, ...told }: Listed) {
  const authors = (told.authors ?? ['Ada Lovelace']).map((name) => ({ name }))
  return {
    ...{ id, day, week: weekOf(day), month: monthOf(day), submittedAt: dayStart(day), publishedAt: dayStart(day) },
    ...{ title, authors, authorCount: authors.length, abstract: told.abstract ?? null, upvotes },
    ...{ carriedUpvotes: upvotes, categories: told.categories ?? ['cs.LG'], keywords: [], mediaUrls: [] },
    createdAt: dayStart(day),
  }
}

type Wants = Parameters<typeof withDefaults>[0]

/** A reader who confirmed at this instant. */
async function join(name: string, wants: Wants, confirmedAt: number) {
  const chosen = withDefaults(wants, 'UTC')
  const [id, secret] = [`subscription-${name}`, `secret-of-${name}`]
  const kept = { id, secret, email: `${name}@lab.edu`, createdAt: confirmedAt, confirmedAt }
  const nextAt = firstLetterAt(chosen, confirmedAt)
  await write((tx) => tx.insert(subscriptions).values({ ...kept, ...chosen, state: 'active', nextAt }))
  return { id, secret }
}

/** Everybody but those who join from here on has left. */
async function startAnew() {
  await write((tx) => tx.update(subscriptions).set({ state: 'left', nextAt: null }))
  refusals.clear()
  fresh()
}

const sending = { openLine: () => openSmtpLine(post.url), write: letterMail, pace: paceOf(1e9), signal }

/** The jobs at an instant, one after the other as the scheduler has them. */
async function runJobs(now: number): Promise<string> {
  await prepareLetters({ site, clock, now, signal })
  return sendOutbox({ ...sending, now })
}

/** Mails that came since it was last asked. */
function fresh() {
  return post.letters.splice(0)
}

/** The mails of a stretch of time: when, to whom, and of what. */
async function mailsFrom(from: string, to: string): Promise<string[]> {
  const mails: string[] = []
  for (let now = at(from); now < at(to); now += hour / 4) {
    await runJobs(now)
    const time = new Date(now).toISOString().slice(5, 16)
    for (const { to: address, subject } of fresh()) mails.push(`${time} ${address.split('@')[0]}: ${subject}`)
  }
  return mails
}

function rowsOf(name: string) {
  return db
    .select()
    .from(outbox)
    .where(eq(outbox.subscriptionId, `subscription-${name}`))
    .orderBy(outbox.id)
}

async function readerOf(name: string) {
  const [row] = await db
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.email, `${name}@lab.edu`))
  return row
}

test('twenty readers get the right letter once, each at their own hour', async () => {
  await write((tx) =>
    tx
      .insert(papers)
      .values([
        listed('2605.00001', '2026-05-31', { upvotes: 50, title: 'Sunday' }),
        listed('2606.00001', '2026-06-01', { upvotes: 30, title: 'Monday first' }),
        listed('2606.00002', '2026-06-01', { upvotes: 7, title: 'Monday of language', categories: ['cs.CL'] }),
        listed('2606.00003', '2026-06-01', { upvotes: 2, title: 'Monday last', authors: ['Jürgen Søl'] }),
        listed('2606.00004', '2026-06-02', { upvotes: 9, title: 'Tuesday of state-space models' }),
        listed('2606.00005', '2026-06-02', { upvotes: 12, title: 'Tuesday first' }),
      ]),
  )
  const readers: [string, Wants][] = [
    ['berlin', { timezone: 'Europe/Berlin' }],
    ['berlin2', { timezone: 'Europe/Berlin' }],
    ['berlin3', { timezone: 'Europe/Berlin' }],
    ['midnight', { hour: 0 }],
    ['last', { hour: 23 }],
    ['newyork', { hour: 6, timezone: 'America/New_York' }],
    ['tokyo', { timezone: 'Asia/Tokyo' }],
    ['kathmandu', { hour: 8, timezone: 'Asia/Kathmandu' }],
    ['auckland', { hour: 20, timezone: 'Pacific/Auckland' }],
    ['stjohns', { timezone: 'America/St_Johns' }],
    ['one', { papers: 1 }],
    ['popular', { minUpvotes: 10 }],
    ['nothing', { minUpvotes: 1000 }],
    ['language', { categories: ['cs.CL'] }],
    ['keyword', { keywords: ['state space model'] }],
    ['author', { authors: ['jurgen sol'] }],
    ['anyof', { categories: ['cs.CL'], authors: ['Jurgen Sol'] }],
    ['physics', { categories: ['hep-th'] }],
    ['weekly', { frequency: 'weekly' }],
    ['weeklytokyo', { frequency: 'weekly', timezone: 'Asia/Tokyo' }],
  ]
  for (const [name, wants] of readers) await join(name, wants, at('2026-06-02T00:00:00Z') - 1)

  const monday = 'Monday, June 1: Monday first, and 2 more'
  const tuesday = 'Tuesday, June 2: Tuesday first, and 1 more'
  const week = 'May 25–31: Sunday'
  const mails = await mailsFrom('2026-06-02T00:00Z', '2026-06-04T00:00Z')
  expect(mails.sort()).toEqual([
    `06-02T00:00 midnight: ${monday}`,
    `06-02T02:15 kathmandu: ${monday}`,
    `06-02T05:00 berlin2: ${monday}`,
    `06-02T05:00 berlin3: ${monday}`,
    `06-02T05:00 berlin: ${monday}`,
    `06-02T07:00 anyof: Monday, June 1: Monday of language, and 1 more`,
    `06-02T07:00 author: Monday, June 1: Monday last`,
    `06-02T07:00 language: Monday, June 1: Monday of language`,
    `06-02T07:00 one: Monday, June 1: Monday first`,
    `06-02T07:00 popular: Monday, June 1: Monday first`,
    `06-02T07:00 weekly: ${week}`,
    `06-02T08:00 auckland: ${monday}`,
    `06-02T09:30 stjohns: ${monday}`,
    `06-02T10:00 newyork: ${monday}`,
    `06-02T22:00 tokyo: ${monday}`,
    `06-02T22:00 weeklytokyo: ${week}`,
    `06-02T23:00 last: ${monday}`,
    `06-03T00:00 midnight: ${tuesday}`,
    `06-03T02:15 kathmandu: ${tuesday}`,
    `06-03T05:00 berlin2: ${tuesday}`,
    `06-03T05:00 berlin3: ${tuesday}`,
    `06-03T05:00 berlin: ${tuesday}`,
    `06-03T07:00 keyword: Tuesday, June 2: Tuesday of state-space models`,
    `06-03T07:00 one: Tuesday, June 2: Tuesday first`,
    `06-03T07:00 popular: Tuesday, June 2: Tuesday first`,
    `06-03T08:00 auckland: ${tuesday}`,
    `06-03T09:30 stjohns: ${tuesday}`,
    `06-03T10:00 newyork: ${tuesday}`,
    `06-03T22:00 tokyo: ${tuesday}`,
    `06-03T23:00 last: ${tuesday}`,
  ])
  // Equal choices share a letter, whatever the hour.
  const lettersOf = async (name: string) => (await rowsOf(name)).map(({ letterId }) => letterId)
  expect(await lettersOf('berlin')).toEqual(await lettersOf('tokyo'))
  expect(await lettersOf('berlin')).not.toEqual(await lettersOf('one'))
}, 60_000)

test('the weekly letters of the next week come on Monday, or on Tuesday where the week had not closed', async () => {
  const mails = await mailsFrom('2026-06-07T12:00Z', '2026-06-09T12:00Z')
  const weekly = mails.filter((mail) => mail.includes('weekly'))
  expect(weekly).toEqual([
    '06-08T07:00 weekly: June 1–7: Monday first, and 4 more',
    '06-08T22:00 weeklytokyo: June 1–7: Monday first, and 4 more',
  ])
}, 60_000)

test('a letter can be left by one click in the mail client, and has both parts', async () => {
  await startAnew()
  const { id, secret } = await join('mira', {}, at('2026-06-03T06:00:00Z'))
  await runJobs(at('2026-06-03T07:00:00Z'))
  const [received, ...others] = fresh()
  if (!received) throw new Error('No letter came.')
  const { from, to, subject, mail, raw } = received
  expect(others).toEqual([])
  expect([from, to]).toEqual(['no-reply@localhost', 'mira@lab.edu'])
  expect(subject).toBe('Tuesday, June 2: Tuesday first, and 1 more')
  const head = raw
    .subarray(0, raw.indexOf('\r\n\r\n'))
    .toString()
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const leave = linkToken(id, secret, 'leave')
  expect(head).toContain(`List-Unsubscribe: <${site.url}/api/subscriptions/leave?token=${leave}>`)
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(head).toContain('List-ID: "Daily Papers" <daily.localhost>')
  expect(head).toContain('Auto-Submitted: auto-generated')
  expect(head).toContain('Precedence: bulk')
  expect(head.find((line) => line.startsWith('Content-Type:'))).toContain('multipart/alternative')
  expect(mail.messageId).toMatch(/^<daily-2026-06-02\.[0-9a-f]{32}@localhost>$/)
  expect(mail.from?.text).toBe('"Daily Papers" <no-reply@localhost>')
  expect(mail.text).toContain(`${site.url}/subscription/leave?token=${leave}`)
  expect(mail.html).toContain(`${site.url}/subscription/change?token=${linkToken(id, secret, 'change')}`)
  expect(mail.html).toContain('mira@lab.edu asked for it on Jun 3, 2026: daily at 07:00 UTC')
})

test('after days off a reader gets the latest day once, and an empty day sends nothing', async () => {
  await startAnew()
  await join('away', {}, at('2026-05-20T00:00:00Z'))
  await runJobs(at('2026-06-03T11:00:00Z'))
  expect(fresh().map(({ subject }) => subject)).toEqual(['Tuesday, June 2: Tuesday first, and 1 more'])
  expect((await readerOf('away'))?.nextAt).toBe(at('2026-06-04T07:00:00Z'))
  expect(await runJobs(at('2026-06-04T07:00:00Z'))).toBe('')
  expect((await readerOf('away'))?.nextAt).toBe(at('2026-06-05T07:00:00Z'))
})

test('who left meanwhile gets nothing, and who is due again gets no issue twice', async () => {
  await startAnew()
  const gone = await join('gone', {}, at('2026-06-03T06:00:00Z'))
  await join('twice', {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  await leaveByToken(linkToken(gone.id, gone.secret, 'leave'), now)
  await runJobs(now)
  const again = eq(subscriptions.email, 'twice@lab.edu')
  await write((tx) =>
    tx
      .update(subscriptions)
      .set({ nextAt: now + hour })
      .where(again),
  )
  await runJobs(now + 2 * hour)
  expect(fresh().map(({ to }) => to)).toEqual(['twice@lab.edu'])
  const left = (await rowsOf('gone')).map(({ state }) => state)
  expect(left.filter((state) => state === 'sent')).toEqual([])
})

test('a mailbox that is full is tried again with pauses, while the letter is news', async () => {
  await startAnew()
  await join('full', {}, at('2026-06-03T06:00:00Z'))
  refusals.set('full@lab.edu', { responseCode: 452, words: 'Mailbox full' })
  const now = at('2026-06-03T07:00:00Z')
  expect(await runJobs(now)).toBe('1 to try again')
  expect(await runJobs(now + 30_000)).toBe('')
  expect(await runJobs(now + 70_000)).toBe('1 to try again')
  expect(await rowsOf('full')).toMatchObject([
    { state: 'waiting', attempts: 2, answer: expect.stringContaining('452') },
  ])
  expect(await runJobs(now + 150_000)).toBe('')
  refusals.clear()
  expect(await runJobs(now + 250_000)).toBe('1 letter sent')
  expect(fresh()).toHaveLength(1)
  expect(await readerOf('full')).toMatchObject({ state: 'active', refusals: 0 })

  await join('never', {}, at('2026-06-03T06:00:00Z'))
  refusals.set('never@lab.edu', { responseCode: 452, words: 'Mailbox full' })
  await prepareLetters({ site, clock, now, signal })
  for (let hours = 0; hours < 50; hours++) await sendOutbox({ ...sending, now: now + hours * hour })
  expect(await rowsOf('never')).toMatchObject([{ state: 'failed' }])
  expect(await readerOf('never')).toMatchObject({ state: 'active', refusals: 0 })
})

test('what waits when the next letter comes is no news any more', async () => {
  await startAnew()
  await join('slow', {}, at('2026-06-02T06:00:00Z'))
  refusals.set('slow@lab.edu', { responseCode: 452, words: 'Mailbox full' })
  await runJobs(at('2026-06-02T07:00:00Z'))
  refusals.clear()
  expect(await runJobs(at('2026-06-03T07:00:00Z'))).toBe('1 letter sent')
  expect(await rowsOf('slow')).toMatchObject([{ state: 'failed' }, { state: 'sent' }])
})

test('three refusals for good in a row suspend an address, and a letter that is taken counts anew', async () => {
  await startAnew()
  const later = ['03', '04', '05', '06', '07', '08']
  await write((tx) =>
    tx.insert(papers).values(later.map((date) => listed(`2606.001${date}`, `2026-06-${date}`, { upvotes: 1 }))),
  )
  await join('moved', {}, at('2026-06-04T06:00:00Z'))
  const counts: (number | undefined)[] = []
  for (const [i, isRefused] of [true, true, false, true, true, true].entries()) {
    if (isRefused) refusals.set('moved@lab.edu', { responseCode: 550, words: 'No such user' })
    else refusals.clear()
    const did = await runJobs(at('2026-06-04T07:00:00Z') + i * 24 * hour)
    expect(did).toBe(isRefused ? '1 refused' : '1 letter sent')
    counts.push((await readerOf('moved'))?.refusals)
  }
  expect(counts).toEqual([1, 2, 0, 1, 2, 3])
  expect(await readerOf('moved')).toMatchObject({ state: 'refused', nextAt: null })
})

test('while nothing takes mail, letters wait and the job says why', async () => {
  await startAnew()
  await join('patient', {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  const openLine = () => openSmtpLine('smtp://127.0.0.1:1')
  expect(await hasMail(now)).toBe(true)
  await expect(sendOutbox({ ...sending, openLine, now })).rejects.toThrow('takes no mail')
  expect(await rowsOf('patient')).toMatchObject([{ state: 'waiting' }])
  expect([await hasMail(now), await hasMail(now + 70_000)]).toEqual([false, true])
  expect(await runJobs(now + 70_000)).toBe('1 letter sent')
  expect(await hasMail(now + hour)).toBe(false)
  await write((tx) =>
    tx.update(outbox).set({ state: 'sending' }).where(eq(outbox.subscriptionId, 'subscription-patient')),
  )
  expect(await hasMail(now)).toBe(true)
  await sendOutbox({ ...sending, now })
  expect(await hasMail(now)).toBe(false)
})

test('where the server takes two lines at once, those two send on and the rest is tried a minute later', async () => {
  await startAnew()
  const narrow = await startMailServer({ connections: 2 })
  for (let n = 0; n < 12; n++) await join(`narrow${n}`, {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  const openLine = () => openSmtpLine(narrow.url)
  expect(await sendOutbox({ ...sending, openLine, now })).toBe('9 letters sent, 3 to try again')
  expect(await sendOutbox({ ...sending, openLine, lines: 2, now: now + 70_000 })).toBe('3 letters sent')
  expect(new Set(narrow.letters.map(({ to }) => to)).size).toBe(12)
  await narrow.close()
})

test('stopped, it begins nothing more and leaves nothing under way', async () => {
  await startAnew()
  for (let n = 0; n < 12; n++) await join(`stop${n}`, {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  const stopping = new AbortController()
  const writeAndStop = (...mail: Parameters<typeof letterMail>) => {
    stopping.abort()
    return letterMail(...mail)
  }
  const did = await sendOutbox({ ...sending, write: writeAndStop, lines: 2, now, signal: stopping.signal })
  expect(did).toBe('2 letters sent')
  expect(await db.select().from(outbox).where(eq(outbox.state, 'sending'))).toEqual([])
  expect(await runJobs(now)).toBe('10 letters sent')
  expect(new Set(fresh().map(({ to }) => to)).size).toBe(12)
})

test('what was being sent when the site was killed is not sent again', async () => {
  await startAnew()
  await join('killed', {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  await write((tx) => tx.update(outbox).set({ state: 'sending' }).where(eq(outbox.state, 'waiting')))
  expect(await runJobs(now + 5_000)).toBe('1 unclear')
  expect(await rowsOf('killed')).toMatchObject([{ state: 'unclear' }])
  expect(fresh()).toEqual([])
})

test('no more letters go out than the rate allows', async () => {
  await startAnew()
  for (let n = 0; n < 6; n++) await join(`paced${n}`, {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  const began = performance.now()
  expect(await sendOutbox({ ...sending, pace: paceOf(600), now })).toBe('6 letters sent')
  // Ten a second; a timer may make up for 20 ms.
  expect(performance.now() - began).toBeGreaterThanOrEqual(5 * 100 - 21)
})

test('a run with nothing to send leaves the pace to those that have', async () => {
  await startAnew()
  const now = at('2026-06-03T07:00:00Z')
  let turns = 0
  const counted = { turn: () => turns++ * 0 }
  expect(await sendOutbox({ ...sending, pace: counted, now })).toBe('')
  expect(turns).toBe(0)
  await join('alone', {}, at('2026-06-03T06:00:00Z'))
  await prepareLetters({ site, clock, now, signal })
  expect(await sendOutbox({ ...sending, pace: counted, now })).toBe('1 letter sent')
  expect(turns).toBe(1)
})

test('what was sent is noted even when the write that takes the next mail fails', async () => {
  await startAnew()
  for (const name of ['noted1', 'noted2']) await join(name, {}, at('2026-06-03T06:00:00Z'))
  const now = at('2026-06-03T07:00:00Z')
  await prepareLetters({ site, clock, now, signal })
  await db.run(sql`CREATE TRIGGER no_second BEFORE UPDATE ON outbox
    WHEN NEW.state = 'sending' AND EXISTS (SELECT 1 FROM outbox WHERE subscription_id LIKE '%-noted_' AND state = 'sent')
    BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END`)
  await expect(sendOutbox({ ...sending, lines: 1, now })).rejects.toThrow()
  await db.run(sql`DROP TRIGGER no_second`)
  const states = [...(await rowsOf('noted1')), ...(await rowsOf('noted2'))].map(({ state }) => state)
  expect(states.sort()).toEqual(['sent', 'waiting'])
  expect(await runJobs(now)).toBe('1 letter sent')
})

test('any number of old letters is emptied, and removed when the outbox does not speak of them', async () => {
  const made = Array.from({ length: 450 }, (_, n) => ({ issue: 'daily:2025-01-01', choices: `choices-${n}` }))
  const digest = { subject: 'Old', html: '<p>Old</p>', text: 'Old' }
  const ids = await keepLetters(
    made.map((letter) => ({ ...letter, digest })),
    at('2025-01-02T00:00:00Z'),
  )
  await emptyLetters({ daily: '2025-01-02', weekly: '2025-01-02' })
  for (const id of ids) expect(await getLetter(id)).toBeNull()
  const [all, sent] = [await db.$count(letters), await db.$count(outbox)]
  await pruneLetters({ daily: '2025-01-01', weekly: '2025-01-01' })
  expect(await db.$count(letters)).toBe(all)
  await pruneLetters({ daily: '2025-01-02', weekly: '2025-01-02' })
  expect(await db.$count(letters)).toBe(all - 450)
  await pruneLetters({ daily: '2030-01-01', weekly: '2030-01-01' })
  expect(await db.$count(outbox)).toBe(sent)
})

test('a letter that was emptied is made again for who is due as of then, and tried as long as any', async () => {
  await startAnew()
  const now = at('2026-06-03T07:00:00Z')
  await join('then', {}, at('2026-06-03T06:00:00Z'))
  await emptyLetters({ daily: '2026-06-03', weekly: '2026-06-03' })
  const present = at('2026-07-20T12:00:00Z')
  vi.setSystemTime(present)
  await prepareLetters({ site, clock, now, signal })
  refusals.set('then@lab.edu', { responseCode: 451, words: 'Try later' })
  expect(await sendOutbox({ ...sending, now: present })).toBe('1 to try again')
  refusals.clear()
  expect(await sendOutbox({ ...sending, now: present + hour })).toBe('1 letter sent')
  expect(fresh().map(({ subject }) => subject)).toEqual(['Tuesday, June 2: Tuesday first, and 1 more'])
  vi.setSystemTime(longBefore)
})

test('old letters are emptied, and what the outbox says of them is kept for some months', async () => {
  const day = 86_400_000
  const kept = async () => [
    (await db.select().from(outbox)).length,
    await getLetter((await rowsOf('mira'))[0]?.letterId ?? 0),
  ]
  const [all] = await kept()
  await prune(at('2026-06-05T23:00:00Z'))
  expect(await kept()).toMatchObject([all, { subject: 'Tuesday, June 2: Tuesday first, and 1 more' }])
  await prune(at('2026-06-06T00:00:00Z'))
  expect(await kept()).toEqual([all, null])
  const weekly = (await rowsOf('weekly')).at(-1)?.letterId ?? 0
  await prune(at('2026-06-15T23:00:00Z'))
  expect(await getLetter(weekly)).toMatchObject({ subject: 'June 1–7: Monday first, and 4 more' })
  await prune(at('2026-06-16T00:00:00Z'))
  expect(await getLetter(weekly)).toBeNull()
  await prune(at('2026-07-01T00:00:00Z') + 100 * day)
  expect(await kept()).toEqual([expect.any(Number), null])
  const spokenOf = new Set((await db.select().from(outbox)).map(({ letterId }) => letterId))
  expect((await db.select().from(letters)).map(({ id }) => id)).toEqual([...spokenOf].sort((a, b) => a - b))
  expect((await db.select().from(outbox)).length).toBeLessThan(Number(all))
})

test('a run as of a far year leaves readers due when they chose, and no letter goes out twice', async () => {
  await startAnew()
  const joined = at('2026-06-03T06:00:00Z')
  await join('daily-back', {}, joined)
  await join('weekly-back', { frequency: 'weekly' }, joined)
  const planned = async () => [(await readerOf('daily-back'))?.nextAt, (await readerOf('weekly-back'))?.nextAt]
  const now = at('2026-06-03T07:00:00Z')
  await runJobs(now)
  const right = await planned()
  for (const far of ['2062-06-03T07:00:00Z', '2026-06-20T07:00:00Z']) {
    await prepareLetters({ site, clock, now: at(far), signal })
    expect(await planned()).not.toEqual(right)
    await prepareLetters({ site, clock, now, signal })
    expect(await planned()).toEqual(right)
  }
  // As of a time long past nobody is put off or brought forward.
  vi.setSystemTime(now)
  await prepareLetters({ site, clock, now: at('2020-01-01T07:00:00Z'), signal })
  expect(await planned()).toEqual(right)
  vi.setSystemTime(longBefore)
  const issues = (await rowsOf('daily-back')).map(({ issue }) => issue)
  expect(new Set(issues).size).toBe(issues.length)
})

test('the largest letter is at most 100 KB on its way', async () => {
  await startAnew()
  const words = { title: '自注意力机制 <&>"= '.repeat(20), abstract: '注意力 = <img src=x> é '.repeat(300) }
  const many = Array.from({ length: 60 }, (_, i) => listed(`2606.${2100 + i}`, '2026-06-20', { upvotes: i, ...words }))
  await write((tx) => tx.insert(papers).values(many))
  await join('fifty', { papers: 50 }, at('2026-06-20T08:00:00Z'))
  await runJobs(at('2026-06-21T07:00:00Z'))
  const [received] = fresh()
  expect(received?.raw.length).toBeLessThanOrEqual(100_000)
  expect(received?.raw.length).toBeGreaterThan(50_000)
  expect(received?.text).toContain('more on the site.')
  expect(received?.mail.html).not.toContain('<img')
})

test('what saved searches find comes with the letter, and alone where nothing else was chosen', async () => {
  await startAnew()
  const pool = (id: string, announcedDay: string, title: string) => ({
    ...listed(id, announcedDay, { upvotes: 0, title }),
    ...{ day: null, week: null, month: null, submittedAt: null, announcedDay },
  })
  await write((tx) =>
    tx
      .insert(papers)
      .values([
        listed('2609.00001', '2026-07-06', { upvotes: 9, title: 'Boats' }),
        listed('2609.00002', '2026-07-06', { upvotes: 3, title: 'Sorting by Hand' }),
        pool('2609.00003', '2026-07-06', 'Sorting Unlisted'),
        pool('2609.00004', '2026-07-07', 'Networks that Sort'),
      ]),
  )
  const confirmed = at('2026-07-06T12:00:00Z')
  for (const [name, wants] of [
    ['both', {}],
    ['lone', { minUpvotes: 1000 }],
    ['alike', { minUpvotes: 1000 }],
    ['muted', { minUpvotes: 1000 }],
    ['stranger', { minUpvotes: 1000 }],
  ] as const) {
    await join(name, wants, confirmed)
    const made = await createUser({ name, email: name === 'stranger' ? null : `${name}@lab.edu` }, confirmed)
    if (!made.ok) throw new Error(made.error)
    const { userId } = authorityOf(made.viewer)
    await saveSearch(userId, { name: 'Mine', asked: 'q=sorting', inLetter: name !== 'muted' }, confirmed)
    await saveSearch(userId, { name: 'Other', asked: 'cat=cs.XY', inLetter: name !== 'muted' }, confirmed)
  }
  await runJobs(at('2026-07-07T07:00:00Z'))
  const mails = new Map(fresh().map((mail) => [mail.to, mail]))
  expect([...mails.keys()].sort()).toEqual(['alike@lab.edu', 'both@lab.edu', 'lone@lab.edu'])
  const both = mails.get('both@lab.edu')?.mail
  expect(both?.subject).toBe('Monday, July 6: Boats, and 1 more')
  expect(both?.text).toContain('FROM YOUR SEARCHES')
  expect(both?.text?.match(/Sorting by Hand/g)).toHaveLength(1)
  expect(both?.text).toMatch(/For sorting[\s\S]*Sorting Unlisted[\s\S]*papers\/search\?q=sorting/)
  const alone = mails.get('lone@lab.edu')?.mail
  expect(alone?.subject).toBe('Monday, July 6: Sorting by Hand, and 1 more')
  expect(alone?.html).toContain('From your searches')
  const ofAlone = await rowsOf('lone')
  expect((await rowsOf('alike')).map(({ letterId }) => letterId)).toEqual(ofAlone.map(({ letterId }) => letterId))

  // Listed by a vote the day after it was announced, it was told of before.
  const tuesday = '2026-07-07'
  const listing = { day: tuesday, week: weekOf(tuesday), month: monthOf(tuesday), submittedAt: dayStart(tuesday) }
  await write((tx) => tx.update(papers).set(listing).where(eq(papers.id, '2609.00003')))
  await runJobs(at('2026-07-08T07:00:00Z'))
  const subjects = fresh().map(({ to, subject }) => `${to}: ${subject}`)
  expect(subjects.sort()).toEqual([
    'alike@lab.edu: Tuesday, July 7: Networks that Sort',
    'both@lab.edu: Tuesday, July 7: Sorting Unlisted',
    'lone@lab.edu: Tuesday, July 7: Networks that Sort',
  ])
  await runJobs(at('2026-07-09T07:00:00Z'))
  expect(fresh()).toEqual([])
})
