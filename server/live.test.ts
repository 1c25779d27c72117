import { createServer, request, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JournalRow } from '@/db/types'
import { Live, readLiveRequest } from '@/server/live'
import { listen } from '@/testing/fake-next'

const day = '2026-06-02'
const journal: JournalRow[] = []
const upvotes = new Map<string, number>()
let live: Live
let server: Server
let port: number

beforeEach(async () => {
  journal.length = 0
  upvotes.clear()
  live = new Live({
    numbers: async (ids) => ids.map((id) => ({ id, upvotes: upvotes.get(id) ?? 0, comments: 0 })),
    listSince: async (id, limit) => journal.filter((row) => row.id > id).slice(0, limit),
    place: () => journal.at(-1)?.id ?? 0,
    heartbeat: 40,
  })
  server = createServer((asked, answer) => {
    const read = readLiveRequest(
      new URL(asked.url ?? '', 'http://x').searchParams,
      asked.headers['last-event-id'] as string,
    )
    if ('error' in read) answer.writeHead(400).end()
    else live.open(read.scope, read.after, asked, answer)
  })
  port = await listen(server)
})

afterEach(() => {
  live.end()
  server.closeAllConnections()
  server.close()
})

test('a vote reaches those who look at its day, its paper or the whole site, and nobody else', async () => {
  const [ofDay, ofPaper, ofSite] = [await hear(`?day=${day}`), await hear('?paper=2308.10087'), await hear('')]
  const [ofOtherDay, ofOtherPaper] = [await hear('?day=2026-06-03'), await hear('?paper=2308.10088')]
  live.tell([vote('2308.10087', 7)])
  const said = { papers: [{ id: '2308.10087', upvotes: 7, comments: 0 }] }
  for (const listener of [ofDay, ofPaper, ofSite]) expect(await listener.events(1)).toEqual([{ id: 1, data: said }])
  await sleep(80)
  expect([...ofOtherDay.heard(), ...ofOtherPaper.heard()]).toEqual([])
})

test('changes of the same moment are one event', async () => {
  const listener = await hear(`?day=${day}`)
  for (const votes of [1, 2, 3]) live.tell([vote('2308.10087', votes), vote('2308.10088', votes)])
  const [event] = await listener.events(1)
  await sleep(150)
  expect(listener.heard()).toHaveLength(1)
  expect(event).toEqual({
    id: 6,
    data: { papers: ['2308.10087', '2308.10088'].map((id) => ({ id, upvotes: 3, comments: 0 })) },
  })
})

test('who comes back hears what was missed, in one event, and then goes on', async () => {
  vote('2308.10087', 1)
  const first = await hear(`?day=${day}`)
  first.hangUp()
  vote('2308.10087', 2)
  vote('2308.10088', 5)
  const again = await hear(`?day=${day}`, { 'last-event-id': '1' })
  expect(await again.events(1)).toEqual([
    {
      id: 3,
      data: {
        papers: [
          { id: '2308.10087', upvotes: 2, comments: 0 },
          { id: '2308.10088', upvotes: 5, comments: 0 },
        ],
      },
    },
  ])
  live.tell([vote('2308.10087', 3)])
  expect((await again.events(2))[1]?.id).toBe(4)
})

test('a page says with ?after= what it has seen; one that does not is told of the last minute', async () => {
  live.tell([vote('2308.10087', 4)])
  const knows = await hear(`?day=${day}&after=1`)
  const doesNot = await hear(`?day=${day}`)
  expect((await doesNot.events(1))[0]?.data).toEqual({ papers: [{ id: '2308.10087', upvotes: 4, comments: 0 }] })
  await sleep(50)
  expect(knows.heard()).toEqual([])
  expect(knows.raw()).toContain('id: 1\n\n')
})

test('who was away too long, or heard another database, is told to look anew', async () => {
  for (let votes = 1; votes <= 2_002; votes += 1) vote('2308.10087', votes)
  const away = await hear('', { 'last-event-id': '1' })
  const elsewhere = await hear('', { 'last-event-id': '99999' })
  for (const listener of [away, elsewhere]) {
    expect(await listener.events(1)).toEqual([{ id: 2_002, data: { papers: [], refetch: true } }])
  }
})

test('comments are named on their paper, lists on their day, and persons nowhere', async () => {
  const [ofPaper, ofDay] = [await hear('?paper=cs/9809007'), await hear(`?day=${day}`)]
  live.tell([
    add({ kind: 'comment', paperId: 'cs/9809007', day, userId: 'ada', data: { comment: 'c1', act: 'wrote' } }),
    add({ kind: 'hidden', paperId: 'cs/9809007', day, userId: 'mo', data: { comment: 'c0', reason: 'spam' } }),
    add({ kind: 'import', paperId: null, day: null, userId: null, data: { days: [day, '2026-06-01'], papers: 2 } }),
  ])
  const [toPaper] = await ofPaper.events(1)
  expect(toPaper?.data.comments).toEqual([
    { id: 'c1', paper: 'cs/9809007', act: 'wrote' },
    { id: 'c0', paper: 'cs/9809007', act: 'hidden' },
  ])
  const [toDay] = await ofDay.events(1)
  expect(toDay?.data).toEqual({ papers: [{ id: 'cs/9809007', upvotes: 0, comments: 0 }], days: [day], spread: 40 })
  expect(ofPaper.raw() + ofDay.raw()).not.toMatch(/ada|spam|"mo"/)
})

test('beats for proxies, and says how soon to come back', async () => {
  const listener = await hear('')
  await until(() => (listener.raw().match(/^:$/gm)?.length ?? 0) >= 2)
  expect(listener.raw()).toMatch(/^retry: 2000\n/)
  expect(listener.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
})

test('who leaves is forgotten, and the end ends all streams', async () => {
  const [leaves, stays] = [await hear(''), await hear('')]
  expect(live.count).toBe(2)
  leaves.hangUp()
  await until(() => live.count === 1)
  live.end()
  await stays.ended
  await until(() => live.count === 0)
})

test('a listener that does not read is dropped', async () => {
  const listener = await hear('')
  listener.stopReading()
  const ids = Array.from({ length: 2_000 }, (_, index) => `2308.${10_000 + index}`)
  for (let round = 0; round < 300 && live.count > 0; round += 1) {
    live.tell(ids.map((id) => vote(id, round)))
    await sleep(45)
  }
  expect(live.count).toBe(0)
}, 20_000)

test('refuses what is no day and no paper', () => {
  expect(readLiveRequest(new URLSearchParams('day=2026-02-30'), undefined)).toHaveProperty('error')
  expect(readLiveRequest(new URLSearchParams('paper=nope'), undefined)).toHaveProperty('error')
  expect(readLiveRequest(new URLSearchParams('day=2026-06-02&paper=2308.10087'), undefined)).toHaveProperty('error')
  expect(readLiveRequest(new URLSearchParams('paper=2308.10087v2&after=5'), '9')).toEqual({
    scope: { kind: 'paper', id: '2308.10087' },
    after: 9,
  })
})

function vote(paperId: string, votes: number): JournalRow {
  upvotes.set(paperId, votes)
  return add({ kind: 'vote', paperId, day, userId: 'ada', data: { want: 'up' } })
}

function add(row: Omit<JournalRow, 'id' | 'at'>): JournalRow {
  const whole = { ...row, id: journal.length + 1, at: 1_780_000_000_000 + journal.length }
  journal.push(whole)
  return whole
}

type Heard = { id: number; data: { papers: unknown[]; comments?: unknown; days?: unknown } }

async function hear(query: string, headers: Record<string, string> = {}) {
  let text = ''
  const asked = request({ port, host: '127.0.0.1', path: `/api/live${query}`, headers, agent: false })
  asked.end()
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve) => asked.on('response', resolve))
  answer.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const ended = new Promise<void>((resolve) => answer.on('close', resolve))
  await until(() => text.includes('id: ')) // it has caught up
  const heard = (): Heard[] =>
    text.split('\n\n').flatMap((block) => {
      const [, id] = /^id: (\d+)$/m.exec(block) ?? []
      const [, data] = /^data: (.+)$/m.exec(block) ?? []
      return id && data ? [{ id: Number(id), data: JSON.parse(data) }] : []
    })
  return {
    headers: answer.headers,
    raw: () => text,
    heard,
    async events(count: number) {
      await until(() => heard().length >= count)
      return heard()
    },
    hangUp: () => asked.destroy(),
    stopReading: () => answer.pause(),
    ended,
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries += 1) {
    if (tries > 1_000) throw new Error('That never came true.')
    await sleep(3)
  }
}
