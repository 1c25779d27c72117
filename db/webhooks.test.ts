import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import {
  addDeliveries,
  type Draft,
  listWaiting,
  noteGivenUp,
  noteSent,
  pruneDeliveries,
  readWaiting,
} from '@/db/deliveries'
import { listDeliveries, logTest, retryDelivery } from '@/db/delivery-log'
import { deletePerson, exportPerson } from '@/db/departures'
import { listAdminLog, listModerationLog } from '@/db/moderation'
import { deliveries, journal, webhooks } from '@/db/schema'
import type { Role } from '@/db/types'
import { createUser } from '@/db/users'
import {
  changeWebhook,
  countWebhooks,
  createWebhook,
  deleteWebhook,
  getWebhook,
  type Keeper,
  listWebhooks,
  rotateSecret,
  switchWebhook,
} from '@/db/webhooks'
import { authorityOf } from '@/lib/authority'
import { mostWebhooks } from '@/lib/webhook-kinds'
import type { News } from '@/lib/webhook-news'

const now = Date.UTC(2026, 5, 2, 9)
const url = 'https://hooks.slack.com/services/T000/B000/abcdefghijklmnop'
const asked = { kind: 'slack', label: 'Group', url, events: ['paper.votes'], votes: 5, chat: undefined } as const

let count = 0
let mira: Keeper & { of: 'person' }
let tove: Keeper & { of: 'person' }
let site: Keeper

beforeEach(async () => {
  await db.delete(webhooks)
  mira = { of: 'person', userId: (await join('mira')).userId }
  tove = { of: 'person', userId: (await join('tove')).userId }
  const { moderatorId } = await join('vera', 'moderator')
  if (!moderatorId) throw new Error('Not a moderator.')
  site = { of: 'site', moderatorId }
})

async function join(name: string, role: Role = 'member') {
  const made = await createUser({ name: `${name}-${count++}`, role }, now)
  if (!made.ok) throw new Error(made.error)
  return { ...authorityOf(made.viewer), name: made.viewer.name }
}

async function make(keeper: Keeper, more: object = {}) {
  const made = await createWebhook(keeper, { ...asked, ...more, events: [...asked.events] }, now)
  if (!made.ok) throw new Error(made.error)
  return made
}

function draft(webhookId: string, paperId: string): Draft {
  const paper = {
    id: paperId,
    title: 'x',
    url: '',
    authors: [],
    authorCount: 0,
    categories: [],
    day: null,
    upvotes: 5,
    comments: 0,
  }
  const news: News = { type: 'paper.votes', timestamp: '2026-06-02T09:00:00.000Z', data: { votes: 5, paper } }
  return { webhookId, event: 'paper.votes', about: `paper.votes:${paperId}`, news }
}

async function add(...drafts: Draft[]): Promise<number> {
  return write((tx) => addDeliveries(tx, drafts, now))
}

/** What waits, with its words. */
async function readAll(webhookId: string) {
  const read = await Promise.all((await listWaiting(webhookId, now)).map(({ id }) => readWaiting(id)))
  return read.filter((message) => message !== null)
}

test('whose turn it is is decided without the words, and what was sent meanwhile has none', async () => {
  const { id } = await make(mira)
  await add(draft(id, '2606.00001'))
  const [first] = await listWaiting(id, now)
  expect(first).toEqual({ id: expect.any(String), attempts: 0, status: null, nextAt: now })
  await noteSent(first?.id ?? '', { status: 200, answer: 'ok' }, now)
  expect(await readWaiting(first?.id ?? '')).toBeNull()
})

test('no message is made for a webhook that was switched off or deleted meanwhile', async () => {
  const [on, off, gone] = [await make(mira), await make(mira), await make(mira)]
  await switchWebhook(mira, off.id, false, now)
  await deleteWebhook(mira, gone.id, now)
  const drafts = [on, off, gone].map(({ id }) => draft(id, '2606.00001'))
  expect(await write((tx) => addDeliveries(tx, drafts, now))).toBe(1)
  expect(await listWaiting(on.id, now)).toHaveLength(1)
  expect(await listWaiting(off.id, now)).toEqual([])
})

test('a webhook is shown without what lets anybody post', async () => {
  const { id, secret } = await make(mira)
  expect(secret).toMatch(/^whsec_/)
  const shown = await listWebhooks(mira)
  expect(shown).toEqual([
    {
      id,
      label: 'Group',
      kind: 'slack',
      address: 'https://hooks.slack.com/…mnop',
      chat: null,
      events: ['paper.votes'],
      votes: 5,
      isOn: true,
      offReason: null,
      createdAt: now,
    },
  ])
  expect(JSON.stringify(shown)).not.toMatch(/whsec_|abcdefgh/)
})

test('nobody sees or changes what others keep, and a person not what the site does', async () => {
  const [theirs, ours] = [await make(mira), await make(site)]
  for (const [keeper, id] of [
    [tove, theirs.id],
    [site, theirs.id],
    [mira, ours.id],
  ] as const) {
    expect(await getWebhook(keeper, id)).toBeNull()
    expect(
      await changeWebhook(keeper, id, { label: 'Mine now', events: ['day.closed'], votes: 1, chat: undefined }, now),
    ).toBe(false)
    expect(await rotateSecret(keeper, id, now)).toBeNull()
    expect(await switchWebhook(keeper, id, false, now)).toBe(false)
    expect(await deleteWebhook(keeper, id, now)).toBe(false)
    expect(await retryDelivery(keeper, id, 'x', now)).toBe('no such message')
  }
  expect(await listWebhooks(mira)).toMatchObject([{ id: theirs.id, label: 'Group', isOn: true }])
  expect(await listWebhooks(site)).toMatchObject([{ id: ours.id, label: 'Group', isOn: true }])
})

test('what a moderator does with the site’s stands in the admins’ log, and nothing of a person’s own', async () => {
  const admin = (await join('noor', 'admin')).adminId
  if (!admin) throw new Error('Not an admin.')
  const logged = async () => {
    const { lines } = await listAdminLog(admin, { before: null, limit: 9 })
    return lines.filter(({ kind }) => kind === 'webhook').map(({ act, what }) => `${act} ${what}`)
  }
  const change = { label: 'Lab', events: ['day.closed' as const], votes: 1, chat: undefined }
  await db.delete(journal)
  const told: string[][] = []
  for (const keeper of [mira, site]) {
    const { id } = await make(keeper)
    await changeWebhook(keeper, id, change, now)
    await rotateSecret(keeper, id, now)
    for (const isOn of [true, false, false, true]) await switchWebhook(keeper, id, isOn, now)
    await deleteWebhook(keeper, id, now)
    await deleteWebhook(keeper, id, now)
    told.push(await logged())
  }
  expect(told).toEqual([[], ['deleted Lab', 'on Lab', 'off Lab', 'secret Lab', 'changed Lab', 'made Group']])
  const { lines } = await listModerationLog({ before: null, limit: 50 })
  expect(lines.filter(({ kind }) => kind === 'webhook')).toEqual([])
})

test('a person keeps ten, also when they ask for them all at once', async () => {
  const all = await Promise.all(
    Array.from({ length: mostWebhooks.person + 3 }, () =>
      createWebhook(mira, { ...asked, events: ['day.closed'] }, now),
    ),
  )
  expect(all.filter(({ ok }) => ok)).toHaveLength(mostWebhooks.person)
  expect(all.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'There are 10 already: delete one first.' })
  expect((await make(tove)).ok).toBe(true)
})

test('a change keeps the address that is left out, and another secret holds at once', async () => {
  const { id, secret } = await make(mira)
  await changeWebhook(mira, id, { label: 'Lab', events: ['day.closed'], votes: 7, chat: undefined }, now)
  expect(await getWebhook(mira, id)).toMatchObject({ label: 'Lab', events: ['day.closed'], votes: 7, url, secret })
  await changeWebhook(
    mira,
    id,
    {
      label: 'Lab',
      events: ['day.closed'],
      votes: 7,
      chat: undefined,
      url: 'https://b.example/',
    },
    now,
  )
  const next = await rotateSecret(mira, id, now)
  expect(next).not.toBe(secret)
  expect(await getWebhook(mira, id)).toMatchObject({ url: 'https://b.example/', secret: next })
})

test('the same thing is made a message once for each webhook', async () => {
  const [one, two] = [(await make(mira)).id, (await make(tove)).id]
  expect(await add(draft(one, '2606.00001'), draft(one, '2606.00001'), draft(two, '2606.00001'))).toBe(2)
  expect(await add(draft(one, '2606.00001'), draft(one, '2606.00002'))).toBe(1)
  const waiting = await readAll(one)
  expect(waiting.map(({ about }) => about)).toEqual(['paper.votes:2606.00001', 'paper.votes:2606.00002'])
  expect(new Set(waiting.map(({ id }) => id)).size).toBe(2)
})

test('what was sent keeps no words, and after a month is forgotten but for the votes that were told', async () => {
  const { id } = await make(mira)
  await add(draft(id, '2606.00001'), draft(id, '2606.00002'))
  const [first, second] = await listWaiting(id, now)
  await noteSent(first?.id ?? '', { status: 200, answer: 'ok' }, now)
  expect(
    await db
      .select()
      .from(deliveries)
      .where(eq(deliveries.id, first?.id ?? '')),
  ).toMatchObject([{ payload: {}, answer: 'ok' }])
  await noteGivenUp(second?.id ?? '', { status: 500, answer: 'no', isGone: false }, now)
  await logTest(id, 'msg_test', { status: 200, answer: 'ok', isSent: true }, now)
  await pruneDeliveries(now + 1)
  expect(await db.select().from(deliveries)).toMatchObject([
    { about: 'paper.votes:2606.00001', payload: {}, answer: null },
    { about: 'paper.votes:2606.00002', payload: {}, answer: null },
  ])
  expect(await add(draft(id, '2606.00001'))).toBe(0)
  expect(await retryDelivery(mira, id, second?.id ?? '', now)).toBe('no such message')
})

test('what waits is not forgotten', async () => {
  const { id } = await make(mira)
  await add(draft(id, '2606.00001'))
  await pruneDeliveries(now + 1)
  expect(await readAll(id)).toMatchObject([{ news: { type: 'paper.votes' } }])
})

test('the log has the newest first, without words of the messages', async () => {
  const { id } = await make(mira)
  await add(draft(id, '2606.00001'))
  await logTest(id, 'msg_test', { status: null, answer: 'Nobody listens there.', isSent: false }, now + 5)
  const log = (await listDeliveries([id], 10)).get(id)
  expect(log).toMatchObject([
    { id: 'msg_test', event: 'webhook.test', state: 'failed', status: null, answer: 'Nobody listens there.' },
    { event: 'paper.votes', state: 'waiting', attempts: 0, subject: null },
  ])
  expect(JSON.stringify(log)).not.toContain('payload')
})

test('a webhook that is off is not tried again, and says how many are', async () => {
  const { id } = await make(mira)
  await add(draft(id, '2606.00001'))
  const [waiting] = await listWaiting(id, now)
  await switchWebhook(mira, id, false, now)
  expect(await retryDelivery(mira, id, waiting?.id ?? '', now)).toBe('off')
  // Off by hand is nothing to be told of.
  expect(await countWebhooks(mira)).toEqual({ all: 1, failed: 0 })
  await switchWebhook(mira, id, true, now)
  expect(await retryDelivery(mira, id, waiting?.id ?? '', now)).toBe('asked')
  expect(await listWaiting(id, now)).toHaveLength(1)
})

test('a person takes their webhooks along without addresses and secrets, and they go when the person does', async () => {
  const { id } = await make(mira)
  await add(draft(id, '2606.00001'))
  const kept = await exportPerson(mira.userId)
  expect(kept?.webhooks).toMatchObject([{ label: 'Group', kind: 'slack', address: 'https://hooks.slack.com' }])
  expect(JSON.stringify(kept)).not.toMatch(/whsec_|mnop/)
  await deletePerson(mira.userId, now)
  expect(await db.select().from(webhooks)).toEqual([])
  expect(await db.select().from(deliveries)).toEqual([])
})

test('who leaves is not named in messages: not as author, nor as whom somebody answers or follows', async () => {
  const { userId, name } = await join('ida')
  const { id } = await make(site)
  const { paper } = (draft(id, '2606.00001').news as Extract<News, { type: 'paper.votes' }>).data
  const tell = async (comment: { author: string; replyTo: string | null }, n: number) => {
    const data = { paper, comment: { id: `c${n}`, url: '', text: 'Hello', ...comment } }
    const news: News = { type: 'comment.created', timestamp: '', data }
    await add({ webhookId: id, event: 'comment.created', about: `comment.created:c${n}`, news })
  }
  await tell({ author: name, replyTo: 'tove' }, 1)
  await tell({ author: 'tove', replyTo: name }, 2)
  for (const because of [['cs.LG', name, 'O’Hara'], ['sorting']]) {
    const news: News = { type: 'paper.listed', timestamp: '', data: { paper, because } }
    await add({ webhookId: id, event: 'paper.listed', about: `paper.listed:${because[0]}`, news })
  }
  await deletePerson(userId, now)
  expect((await readAll(id)).map(({ news }) => news)).toMatchObject([
    { data: { comment: { author: null, replyTo: 'tove', text: 'Hello' } } },
    { data: { comment: { author: 'tove', replyTo: null } } },
    { data: { because: ['cs.LG', 'O’Hara'], paper } },
    { data: { because: ['sorting'] } },
  ])
})
