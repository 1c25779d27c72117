import { expect, test } from 'vitest'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { getPaper } from '@/db/papers'
import { listPool } from '@/db/pool-lists'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { ingest } from '@/jobs/ingest'
import { authorityOf } from '@/lib/authority'
import type { AnnouncedPaper } from '@/lib/found-paper'

const at = (text: string) => Date.parse(`${text}:00Z`)
const monday = at('2026-06-01T07:00')
const day = 86_400_000

/** What arXiv has, with the day of each; it answers two papers a page. */
const arxiv: { set: string; announcedDay: string; paper: AnnouncedPaper }[] = []
let asked: string[] = []

type Asked = { set: string; from: string; until: string }

async function* harvest({ set, from, until }: Asked) {
  asked.push(`${set} ${from}`)
  const found = arxiv.filter((each) => each.set === set && each.announcedDay >= from && each.announcedDay <= until)
  for (let i = 0; i < found.length; i += 2) {
    yield { papers: found.slice(i, i + 2).map(({ paper }) => paper), unreadable: 0 }
  }
}

function announce(n: number, announcedDay: string, more: Partial<AnnouncedPaper> = {}, set = 'cs:cs:LG') {
  const id = `2606.${String(n).padStart(5, '0')}`
  const text = { title: `Paper ${n}`, abstract: 'We count.', note: null, doi: null, sourceUrl: null }
  const times = { publishedAt: at(`${announcedDay}T00:00`) - day, updatedAt: at(`${announcedDay}T00:00`) - day }
  const rest = { authors: [{ name: 'Mira Sol' }], categories: ['cs.LG'], version: 1, isWithdrawn: false }
  const paper: AnnouncedPaper = { id, source: 'arxiv', announcedDay, ...text, ...times, ...rest, ...more }
  arxiv.push({ set, announcedDay, paper })
}

const run = (now: number, more: object = {}) =>
  ingest({ categories: ['cs.LG'], harvest, now, present: now, signal: new AbortController().signal, ...more })

async function idsOf(announcedDay: string) {
  const { papers } = await listPool(announcedDay, { category: null, page: 1, pageSize: 100 })
  return papers.map(({ id }) => Number(id.slice(5))).sort((a, b) => a - b)
}

test('three days come in, with a crash in the middle of one: nothing twice, nothing skipped', async () => {
  for (const n of [1, 2, 3]) announce(n, '2026-06-01')
  expect(await run(monday)).toBe('3 new papers, 0 changed')

  for (const n of [4, 5, 6, 7, 8]) announce(n, '2026-06-02')
  async function* crashing(given: Asked) {
    let pages = 0
    for await (const page of harvest(given)) {
      if (given.from === '2026-06-02' && ++pages === 2) throw new Error('killed')
      yield page
    }
  }
  await expect(run(monday + day, { harvest: crashing })).rejects.toThrow('killed')
  expect(await idsOf('2026-06-02')).toEqual([4, 5])

  const before = await lastJournalId()
  expect(await run(monday + day + 60_000)).toBe('3 new papers, 0 changed')
  expect(await idsOf('2026-06-02')).toEqual([4, 5, 6, 7, 8])
  expect(await listJournalSince(before, 10)).toMatchObject([
    { kind: 'ingest', data: { papers: 2 } },
    { kind: 'ingest', data: { papers: 1 } },
  ])

  announce(9, '2026-06-03')
  expect(await run(monday + 2 * day)).toBe('1 new paper, 0 changed')
  expect(await run(monday + 2 * day + 7_200_000)).toBe('0 new papers, 0 changed')
  expect(await idsOf('2026-06-01')).toEqual([1, 2, 3])
})

test('a day that was over is not asked for again, one that is under way is', async () => {
  asked = []
  await run(monday + 2 * day + 10_800_000)
  expect(asked).toEqual(['cs:cs:LG 2026-06-03'])
})

test('a run that is stopped in the middle of a day goes on with that day', async () => {
  for (const n of [10, 11, 12]) announce(n, '2026-06-04')
  const stop = new AbortController()
  async function* stopping(given: Asked) {
    for await (const page of harvest(given)) {
      if (given.from === '2026-06-04') stop.abort()
      yield page
    }
  }
  await run(monday + 4 * day, { harvest: stopping, signal: stop.signal })
  expect(await idsOf('2026-06-04')).toEqual([10, 11])
  await run(monday + 4 * day)
  expect(await idsOf('2026-06-04')).toEqual([10, 11, 12])
})

test('after a week off, all that came meanwhile comes in on its own day', async () => {
  announce(13, '2026-06-08')
  announce(14, '2026-06-11')
  await run(monday + 11 * day)
  expect(await idsOf('2026-06-08')).toEqual([13])
  expect(await idsOf('2026-06-11')).toEqual([14])
})

test('a paper of two categories comes in once, and a category that cannot be had keeps nobody from the others', async () => {
  announce(15, '2026-06-12', { categories: ['cs.LG', 'stat.ML'] })
  announce(15, '2026-06-12', { categories: ['cs.LG', 'stat.ML'] }, 'stat:stat:ML')
  announce(16, '2026-06-12', { categories: ['stat.ML'] }, 'stat:stat:ML')
  async function* refusing(given: Asked) {
    if (given.set === 'cs:cs:XX') throw new Error('no such set')
    yield* harvest(given)
  }
  const categories = ['cs.XX', 'cs.LG', 'stat.ML']
  await expect(run(monday + 11 * day, { harvest: refusing, categories })).rejects.toThrow('no such set')
  expect(await idsOf('2026-06-12')).toEqual([15, 16])
})

test('after a run as of next year, the papers of this one still come in', async () => {
  await run(monday + 200 * day, { present: monday + 12 * day })
  announce(18, '2026-06-13')
  await run(monday + 13 * day)
  expect(await idsOf('2026-06-13')).toEqual([18])
})

test('records that could not be read are counted in what the run says', async () => {
  async function* partly({ from }: Asked) {
    yield { papers: [], unreadable: from === '2026-06-15' ? 2 : 0 }
  }
  expect(await run(monday + 14 * day, { harvest: partly })).toBe('0 new papers, 0 changed, 2 could not be read')
})

test('a new version keeps votes and day; the text of an old paper that changed is no news', async () => {
  const made = await createUser({ name: 'Mira' }, monday)
  if (!made.ok) throw new Error(made.error)
  await castVote(authorityOf(made.viewer).userId, '2606.00001', monday)
  announce(1, '2026-06-15', { version: 2, title: 'Paper one', updatedAt: at('2026-06-14T00:00') })
  announce(17, '2026-06-15', { version: 4, publishedAt: at('2019-06-14T00:00') })
  expect(await run(monday + 14 * day)).toBe('0 new papers, 1 changed')
  expect(await getPaper('2606.00001')).toMatchObject({
    title: 'Paper one',
    version: 2,
    announcedDay: '2026-06-01',
    upvotes: 1,
    listing: { day: '2026-06-01' },
  })
  expect(await getPaper('2606.00017')).toBeNull()
})
