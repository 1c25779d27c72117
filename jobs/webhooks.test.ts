import { beforeEach, expect, test, vi } from 'vitest'
import { write } from '@/db/client'
import { deleteComment, writeComment } from '@/db/comments'
import { listDeliveries, retryDelivery } from '@/db/delivery-log'
import { follow } from '@/db/follows'
import { importRows } from '@/db/import'
import { append } from '@/db/journal'
import { relistPaper, unlistPaper } from '@/db/listings'
import { hideComment } from '@/db/moderation'
import { upsertFound } from '@/db/pool'
import { submitPaper } from '@/db/submissions'
import { createUser } from '@/db/users'
import { castVote, withdrawVote } from '@/db/votes'
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  type Keeper,
  listWebhooks,
  switchWebhook,
} from '@/db/webhooks'
import { hasNewsToTell, tellWebhooks } from '@/jobs/webhooks'
import { authorityOf, type ModeratorId, type UserId } from '@/lib/authority'
import { addDays } from '@/lib/days'
import { readRow } from '@/lib/import-row'
import type { WebhookEvent } from '@/lib/webhook-kinds'
import type { News } from '@/lib/webhook-news'
import type { Outcome } from '@/outside/send-webhook'

const start = Date.UTC(2026, 5, 2, 9)
const [minute, hour] = [60_000, 3_600_000]
const ok: Outcome = { status: 204, answer: '', retryAfter: null }
const down: Outcome = { status: 500, answer: 'Oops', retryAfter: null }

let now = start
let papers = 0
let people = 0
let moderator: ModeratorId
let site: Keeper
const made: [Keeper, string][] = []
let sent: { id: string; to: string; news: News }[] = []
let tell = vi.fn()

/** What the receivers answer, by the label of their webhook. */
let answers: Record<string, (news: News) => Outcome | Promise<Outcome>> = {}

beforeEach(async () => {
  for (const [keeper, id] of made.splice(0)) await deleteWebhook(keeper, id, now)
  now += 40 * 24 * hour
  sent = []
  answers = {}
  tell = vi.fn()
  const person = await createUser({ name: `Moderator-${people++}`, role: 'moderator' }, now)
  if (!person.ok) throw new Error(person.error)
  const { moderatorId } = authorityOf(person.viewer)
  if (!moderatorId) throw new Error('Not a moderator.')
  moderator = moderatorId
  site = { of: 'site', moderatorId }
})

/** One run of the job, which is all that time does; a second more, as the job's own clock goes on while it runs. */
async function run(later = 0, signal = new AbortController().signal) {
  now += later === 0 ? 0 : later + 1_000
  const send = async ({ label }: { label: string }, { id, news }: { id: string; news: News }) => {
    sent.push({ id, to: label, news })
    return (await answers[label]?.(news)) ?? ok
  }
  return tellWebhooks({ send, tell, now, signal })
}

async function hook(keeper: Keeper, label: string, events: WebhookEvent[], votes = 3) {
  const url = 'https://hooks.example/in'
  const done = await createWebhook(keeper, { kind: 'standard', label, url, events, votes, chat: undefined }, now)
  if (!done.ok) throw new Error(done.error)
  made.push([keeper, done.id])
  now += 1
  return done.id
}

async function join(name = 'reader', email: string | null = null): Promise<UserId> {
  const done = await createUser({ name: `${name}-${people++}`, email }, now)
  if (!done.ok) throw new Error(done.error)
  return authorityOf(done.viewer).userId
}

/** Moves on to the middle of a day of UTC. @returns the day */
function noon(): string {
  now = Math.ceil(now / (24 * hour)) * 24 * hour + 12 * hour
  return new Date(now).toISOString().slice(0, 10)
}

function newId(): string {
  return `2606.${String(++papers).padStart(5, '0')}`
}

/** A paper of the pool: the first vote lists it. */
async function inPool(title = 'A paper', category = 'cs.LG'): Promise<string> {
  const id = newId()
  const text = { title, abstract: 'We count.', note: null, doi: null, sourceUrl: null, announcedDay: '2026-06-02' }
  const more = { publishedAt: now, updatedAt: null, version: 1, isWithdrawn: false }
  const authors = [{ name: 'Ada Sol' }]
  await upsertFound([{ id, source: 'arxiv', authors, categories: [category], ...text, ...more }], now)
  return id
}

async function vote(id: string, n: number): Promise<UserId[]> {
  const voters: UserId[] = []
  for (let i = 0; i < n; i++) {
    const voter = await join()
    await castVote(voter, id, ++now)
    voters.push(voter)
  }
  return voters
}

async function comment(by: UserId, paperId: string, body: string): Promise<string> {
  const done = await writeComment(by, { paperId, parentId: null, body, html: body }, ++now)
  if (!done.ok) throw new Error(done.error)
  return done.comment.id
}

function importPaper(day: string, title: string, more: { id?: string; upvotes?: number } = {}) {
  const paper = { id: newId(), title, authors: [{ name: 'Ida' }], publishedAt: '2019-03-01', ...more }
  const read = readRow({ day, numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return importRows([read.row], now)
}

/** To whom, and of which paper. */
const told = () => sent.map(({ to, news }) => `${to}: ${'paper' in news.data ? news.data.paper.title : ''}`)
const types = () => sent.map(({ news }) => news.type)
const logOf = async (id: string) => (await listDeliveries([id], 50)).get(id) ?? []

test('a paper that passes the number is told once, whatever goes down and up', async () => {
  await hook(site, 'Slack', ['paper.votes'])
  const id = await inPool('Sorting')
  const [first] = await vote(id, 2)
  await run()
  expect(sent).toEqual([])
  await vote(id, 2)
  await run(minute)
  expect(sent).toMatchObject([
    { news: { type: 'paper.votes', data: { votes: 3, paper: { id, title: 'Sorting', upvotes: 4 } } } },
  ])
  if (first) await withdrawVote(first, id, ++now)
  await run(minute)
  await withdrawVote(first as UserId, id, ++now)
  await vote(id, 3)
  await run(minute)
  expect(sent).toHaveLength(1)
})

test('a person is told of the votes of papers that they follow, without what they mute', async () => {
  const mira = await join('mira')
  await follow(mira, { kind: 'category', value: 'cs.LG', muted: false }, now)
  await follow(mira, { kind: 'keyword', value: 'weather', muted: true }, now)
  await hook({ of: 'person', userId: mira }, 'Mira', ['paper.votes'], 1)
  await hook({ of: 'person', userId: await join('tove') }, 'Tove', ['paper.votes'], 1)
  const papers = [await inPool('Sorting'), await inPool('Weather'), await inPool('Proofs', 'math.LO')]
  for (const id of papers) await vote(id, 1)
  await run()
  expect(sent).toMatchObject([{ to: 'Mira', news: { type: 'paper.votes', data: { paper: { id: papers[0] } } } }])
})

test('once the number is another one, a paper that passes it is told too', async () => {
  const id = await hook(site, 'Slack', ['paper.votes'])
  const paper = await inPool()
  await vote(paper, 3)
  await run()
  await changeWebhook(site, id, { label: 'Slack', events: ['paper.votes'], votes: 5, chat: undefined }, now)
  await vote(paper, 1)
  await run(minute)
  expect(sent).toHaveLength(1)
  await vote(paper, 1)
  await run(minute)
  expect(sent.map(({ news }) => news.type === 'paper.votes' && news.data.votes)).toEqual([3, 5])
  expect((await logOf(id)).map(({ subject }) => subject?.text)).toEqual(['A paper', 'A paper'])
})

test('a paper that had the votes before there was the webhook is not told with its next vote', async () => {
  const id = await inPool()
  await vote(id, 4)
  await hook(site, 'Slack', ['paper.votes'])
  await vote(id, 1)
  await run()
  expect(sent).toEqual([])
  await hook(site, 'Higher', ['paper.votes'], 6)
  await vote(id, 1)
  await run()
  expect(sent.map(({ to }) => to)).toEqual(['Higher'])
})

test('each listed paper is told to the site, once, and to a person when it is what they follow', async () => {
  const mira = await join('mira')
  await follow(mira, { kind: 'keyword', value: 'sorting', muted: false }, now)
  await hook(site, 'Site', ['paper.listed'])
  await hook({ of: 'person', userId: mira }, 'Mira', ['paper.listed'])
  const [followed, other] = [await inPool('Sorting by counting'), await inPool('Weather')]
  await run()
  expect(sent).toEqual([])
  await vote(followed, 2)
  await vote(other, 1)
  await run()
  await run(minute)
  expect(sent.map(({ to, news }) => [to, news.type === 'paper.listed' && news.data.paper.id])).toEqual(
    expect.arrayContaining([
      ['Site', followed],
      ['Site', other],
      ['Mira', followed],
    ]),
  )
  expect(sent).toHaveLength(3)
  const toMira = sent.find(({ to }) => to === 'Mira')
  expect(toMira?.news).toMatchObject({ data: { because: ['sorting'], paper: { title: 'Sorting by counting' } } })
})

test('of an import the papers of today are told, and no archive', async () => {
  await hook(site, 'Site', ['paper.listed'])
  const today = new Date(now).toISOString().slice(0, 10)
  await importPaper(today, 'Of today')
  await importPaper('2019-03-04', 'Long ago')
  await run()
  expect(sent).toMatchObject([{ news: { data: { paper: { title: 'Of today' } } } }])
})

test('of an import papers of the pool are told like new ones, once, and the votes that it brings', async () => {
  await hook(site, 'Listed', ['paper.listed'])
  await hook(site, 'Votes', ['paper.votes'], 10)
  const today = noon()
  const [pooled, old] = [await inPool('Of the pool'), await inPool('Old')]
  await importPaper(today, 'Of the pool', { id: pooled, upvotes: 7 })
  await importPaper('2019-03-04', 'Old', { id: old, upvotes: 70 })
  await run()
  expect(told()).toEqual(['Listed: Of the pool'])
  await vote(pooled, 2)
  await importPaper(today, 'Of the pool', { id: pooled, upvotes: 9 })
  await importPaper(today, 'With votes', { upvotes: 12 })
  await importPaper('2019-03-05', 'Long ago', { upvotes: 90 })
  await run(minute)
  expect(told().slice(1).sort()).toEqual(['Listed: With votes', 'Votes: Of the pool', 'Votes: With votes'])
  await importPaper(today, 'Of the pool', { id: pooled, upvotes: 3 })
  await importPaper(today, 'Of the pool', { id: pooled, upvotes: 30 })
  await importPaper('2019-03-05', 'Old', { id: old, upvotes: 71 })
  await run(minute)
  expect(told()).toHaveLength(4)
})

test('a vote that passes the number is told, though an import brings more right after it', async () => {
  await hook(site, 'Votes', ['paper.votes'], 3)
  const today = noon()
  await importPaper(today, 'Both', { id: '2606.70001', upvotes: 2 })
  await run()
  await vote('2606.70001', 1)
  await importPaper(today, 'Both', { id: '2606.70001', upvotes: 5 })
  await run(minute)
  expect(told()).toEqual(['Votes: Both'])
})

test('comments are told to the site, and to the person whose paper it is, but not their own', async () => {
  const [mira, tove] = [await join('mira'), await join('tove')]
  await hook(site, 'Site', ['comment.created'])
  await hook({ of: 'person', userId: mira }, 'Mira', ['comment.created'])
  const [id, other] = [await inPool(), await inPool()]
  await submitPaper(mira, { id, found: null, links: {}, comment: null, day: null }, now)
  await vote(other, 1)
  await comment(tove, id, 'A *fine* result.')
  await comment(mira, id, 'Thank you.')
  await comment(tove, other, 'Elsewhere.')
  await run()
  const told = sent.map(({ to, news }) => [to, news.type === 'comment.created' && news.data.comment.text])
  expect(told.filter(([to]) => to === 'Mira')).toEqual([['Mira', 'A *fine* result.']])
  expect(told.filter(([to]) => to === 'Site')).toEqual([
    ['Site', 'A *fine* result.'],
    ['Site', 'Thank you.'],
    ['Site', 'Elsewhere.'],
  ])
})

test('what is hidden, deleted or taken off before it is told is not told, between two tries neither', async () => {
  const tove = await join('tove')
  const id = await hook(site, 'Site', ['comment.created', 'paper.listed'])
  const paper = await inPool()
  await vote(paper, 1)
  const [hidden, deleted] = [await comment(tove, paper, 'Hide me'), await comment(tove, paper, 'Delete me')]
  await hideComment(moderator, hidden, 'Off the topic', ++now)
  await deleteComment(tove, { paperId: paper, commentId: deleted }, ++now)
  await unlistPaper(moderator, paper, 'Spam', ++now)
  await run()
  expect(sent).toEqual([])

  answers.Site = () => down
  const later = await comment(tove, paper, 'Hide me too')
  await run(minute)
  expect(types()).toEqual(['comment.created'])
  await hideComment(moderator, later, 'Off the topic', ++now)
  answers.Site = () => ok
  await run(minute)
  expect(sent).toHaveLength(1)
  expect(await logOf(id)).toEqual([])
})

test('a paper that comes back on the day that runs is told then', async () => {
  await hook(site, 'Site', ['paper.listed'])
  const paper = await inPool()
  await vote(paper, 1)
  await unlistPaper(moderator, paper, 'Spam', ++now)
  await run()
  await relistPaper(moderator, paper, ++now)
  await run(minute)
  await run(minute)
  expect(sent).toMatchObject([{ news: { type: 'paper.listed', data: { paper: { id: paper } } } }])
})

test('a day is told once when it has closed, in its order, and none that closed before there was the webhook', async () => {
  const day = noon()
  const [second, first] = [await inPool('Second'), await inPool('First')]
  await vote(second, 1)
  await vote(first, 2)
  await hook(site, 'Site', ['day.closed'])
  await run()
  expect(sent).toEqual([])
  await run(13 * hour)
  await run(minute)
  expect(sent).toMatchObject([
    {
      news: {
        type: 'day.closed',
        data: { day, papers: 2, upvotes: 3, top: [{ title: 'First' }, { title: 'Second' }] },
      },
    },
  ])
  // A day without papers says nothing.
  await run(24 * hour)
  expect(sent).toHaveLength(1)
})

test('of a closed day what was taken off before it was told is not told, and nothing when no paper is left', async () => {
  const [second, first] = [await inPool('Second'), await inPool('First')]
  await vote(second, 1)
  await vote(first, 2)
  const id = await hook(site, 'Site', ['day.closed'])
  await run()
  noon()
  answers.Site = () => down
  await run(13 * hour)
  expect(sent).toMatchObject([{ news: { data: { papers: 2, top: [{ id: first }, { id: second }] } } }])
  const [told] = sent
  await unlistPaper(moderator, first, 'Spam', ++now)
  await run(minute)
  const next = { papers: 1, upvotes: 1, top: [{ id: second }] }
  expect(sent[1]).toMatchObject({ id: told?.id, news: { timestamp: told?.news.timestamp, data: next } })
  await run(2 * minute)
  expect(sent[2]).toEqual(sent[1])
  await unlistPaper(moderator, second, 'Spam', ++now)
  await run(hour)
  expect(sent).toHaveLength(3)
  expect(await logOf(id)).toEqual([])
})

test('days that closed while the site was off are told afterwards, in order', async () => {
  const first = noon()
  await hook(site, 'Site', ['day.closed'])
  await run()
  for (let n = 0; n < 3; n++) {
    await vote(await inPool(), 1)
    now += 24 * hour
  }
  await run()
  const days = sent.map(({ news }) => news.type === 'day.closed' && news.data.day)
  expect(days).toEqual([first, addDays(first, 1), addDays(first, 2)])
})

test('a run as of a time to come stops no day from being told when it closes', async () => {
  const first = noon()
  await hook(site, 'Site', ['day.closed'])
  await run()
  now += 90 * 24 * hour
  await run()
  now -= 90 * 24 * hour
  await run(minute)
  await vote(await inPool(), 1)
  await run(24 * hour)
  await run(minute)
  expect(sent.map(({ news }) => news.type === 'day.closed' && news.data.day)).toEqual([first])
})

test('a message that was not taken is sent again, later each time, under the same id and with the same words', async () => {
  const id = await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  answers.Site = () => down
  await comment(await join(), paper, 'Hello')
  await run()
  await run(3_000)
  expect(sent).toHaveLength(1)
  await run(2_000)
  expect(sent).toHaveLength(2)
  expect(await logOf(id)).toMatchObject([{ state: 'waiting', attempts: 2, status: 500, answer: 'Oops' }])
  answers.Site = () => ok
  await run(minute)
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map((each) => each.id)).size).toBe(1)
  expect(sent[2]?.news).toEqual(sent[0]?.news)
  expect(await logOf(id)).toMatchObject([{ state: 'sent', attempts: 3, status: 204 }])
})

test('a receiver that asks to wait is left alone so long', async () => {
  const id = await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  answers.Site = () => ({ status: 429, answer: 'Slow down', retryAfter: 10 * minute })
  await comment(await join(), paper, 'One')
  await run()
  await comment(await join(), paper, 'Two')
  await run(9 * minute)
  expect(sent).toHaveLength(1)
  answers.Site = () => ok
  await run(2 * minute)
  expect(sent).toHaveLength(3)
  expect((await logOf(id)).every(({ state }) => state === 'sent')).toBe(true)
})

test('messages of one webhook arrive in order, also when the first needs two tries', async () => {
  await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  const tove = await join()
  for (const text of ['One', 'Two', 'Three']) await comment(tove, paper, text)
  let tries = 0
  answers.Site = () => (tries++ === 0 ? down : ok)
  await run()
  expect(sent).toHaveLength(1)
  await run(6_000)
  const texts = sent.map(({ news }) => news.type === 'comment.created' && news.data.comment.text)
  expect(texts).toEqual(['One', 'One', 'Two', 'Three'])
})

test('one that is never taken steps aside for those behind it', async () => {
  await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  const tove = await join()
  await comment(tove, paper, 'Poison')
  answers.Site = (news) => (news.type === 'comment.created' && news.data.comment.text === 'Poison' ? down : ok)
  await run()
  await run(6_000)
  await run(61_000)
  await comment(tove, paper, 'Next')
  await run(5_000)
  expect(sent.at(-1)?.news).toMatchObject({ data: { comment: { text: 'Next' } } })
})

test('a slow receiver does not hold up the others', async () => {
  await hook(site, 'Slow', ['comment.created'])
  await hook(site, 'Quick', ['comment.created'])
  const paper = await inPool()
  const tove = await join()
  for (const text of ['One', 'Two']) await comment(tove, paper, text)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  answers.Slow = () => held.then(() => ok)
  const running = run()
  const quick = () => sent.filter(({ to }) => to === 'Quick').length
  await vi.waitFor(() => expect(quick()).toBe(2))
  await comment(tove, paper, 'Three')
  await vi.waitFor(() => expect(quick()).toBe(3), 5_000)
  expect(sent.filter(({ to }) => to === 'Slow')).toHaveLength(1)
  release()
  expect(await running).toBe('6 messages sent, 0 not taken')
})

test('a run that is killed between sending and noting sends once more, under the same id', async () => {
  await hook(site, 'Site', ['comment.created'])
  await comment(await join(), await inPool(), 'Hello')
  const killed = new AbortController()
  answers.Site = () => {
    killed.abort()
    throw new Error('killed')
  }
  await run(0, killed.signal)
  answers.Site = () => ok
  await run(minute)
  await run(minute)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

test('after five messages in a row that were given up it is switched off, and its owner is told', async () => {
  const mira = await join('mira', `mira-${people}@lab.example`)
  const keeper: Keeper = { of: 'person', userId: mira }
  await follow(mira, { kind: 'category', value: 'cs.LG', muted: false }, now)
  const id = await hook(keeper, 'Mine', ['paper.votes'], 1)
  answers.Mine = () => down
  for (let n = 0; n < 6; n++) {
    await vote(await inPool(), 1)
    for (const pause of [0, 6_000, minute, 10 * minute, hour, 6 * hour]) await run(pause)
  }
  expect(tell).toHaveBeenCalledOnce()
  expect(tell).toHaveBeenCalledWith({
    label: 'Mine',
    reason: expect.stringContaining('5 messages in a row'),
    owner: { name: expect.stringContaining('mira'), email: expect.stringContaining('@lab.example') },
  })
  expect(await listWebhooks(keeper)).toMatchObject([{ isOn: false, offReason: expect.stringContaining('Oops') }])
  const count = sent.length
  await vote(await inPool(), 1)
  await run(minute)
  expect(sent).toHaveLength(count)

  await switchWebhook(keeper, id, true, now)
  answers.Mine = () => ok
  await vote(await inPool(), 1)
  await run(minute)
  expect(sent).toHaveLength(count + 1)
  expect(await listWebhooks(keeper)).toMatchObject([{ isOn: true, offReason: null }])
})

test('a receiver that is gone for good switches off at once, and what waited is not sent', async () => {
  const id = await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  const tove = await join()
  for (const text of ['One', 'Two']) await comment(tove, paper, text)
  answers.Site = () => ({ status: 410, answer: 'Gone', retryAfter: null })
  await run()
  expect(sent).toHaveLength(1)
  expect(await getWebhook(site, id)).toMatchObject({ isOn: false, offReason: expect.stringContaining('410') })
  expect((await logOf(id)).map(({ state }) => state)).toEqual(['failed', 'failed'])
})

test('one that was given up can be asked for once more', async () => {
  const id = await hook(site, 'Site', ['comment.created'])
  await comment(await join(), await inPool(), 'Hello')
  answers.Site = () => down
  for (const pause of [0, 6_000, minute, 10 * minute, hour, 6 * hour]) await run(pause)
  const [line] = await logOf(id)
  expect(line).toMatchObject({ state: 'failed', attempts: 6 })
  await run(hour)
  expect(sent).toHaveLength(6)
  expect(await retryDelivery(site, id, line?.id ?? '', now)).toBe('asked')
  answers.Site = () => ok
  await run()
  expect(sent).toHaveLength(7)
  expect(await retryDelivery(site, id, line?.id ?? '', now)).toBe('sent already')
  expect(await retryDelivery(site, id, 'nothing', now)).toBe('no such message')
})

test('what happens while a webhook is off is not told later', async () => {
  const id = await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  await run()
  await switchWebhook(site, id, false, now)
  await comment(await join(), paper, 'Meanwhile')
  await run(minute)
  await switchWebhook(site, id, true, now)
  await run(minute)
  expect(sent).toEqual([])
})

test('a webhook that is deleted takes what waits along', async () => {
  const id = await hook(site, 'Site', ['comment.created'])
  await comment(await join(), await inPool(), 'Hello')
  answers.Site = () => down
  await run()
  expect(await deleteWebhook(site, id, now)).toBe(true)
  await run(hour)
  expect(sent).toHaveLength(1)
  expect(await logOf(id)).toEqual([])
})

test('whether there is something to tell is known before a run, and after one there is not', async () => {
  const looks: boolean[] = []
  const look = async () => looks.push(await hasNewsToTell(now + 1))
  await hook(site, 'Site', ['comment.created'])
  const paper = await inPool()
  await run()
  await look()
  await comment(await join(), paper, 'Hello')
  await look()
  answers.Site = () => down
  await run()
  await look()
  now += 10_000
  await look()
  answers.Site = () => ok
  await run()
  await look()
  now += 24 * hour
  await look()
  await run()
  await look()
  expect(looks).toEqual([false, true, false, true, false, true, false])
})

test('without a webhook nothing is noted until much has happened', async () => {
  await run()
  await comment(await join(), await inPool(), 'Hello')
  expect(await hasNewsToTell(now)).toBe(false)
  const row = { at: now, kind: 'person' as const, paperId: null, day: null, userId: null, data: null }
  await write(async (tx) => {
    for (let n = 0; n < 500; n++) await append(tx, row)
  })
  expect(await hasNewsToTell(now)).toBe(true)
  await run()
  expect(await hasNewsToTell(now)).toBe(false)
})

test('without a webhook there is nothing to do', async () => {
  await comment(await join(), await inPool(), 'Hello')
  expect(await run()).toBe('')
  now += 1
  await hook(site, 'Site', ['comment.created'])
  expect(await run(minute)).toBe('')
  expect(sent).toEqual([])
})
