import { afterAll, afterEach, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { getPaper } from '@/db/papers'
import { listPool } from '@/db/pool-lists'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { authorityOf } from '@/lib/authority'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'
import { endJobs, startJob } from '@/testing/job-process'

/* Whole processes, as npm run job starts them, ask arXiv's stand-in and are killed. */

const services = await openServices()
services.pageSize = 3

afterEach(endJobs)
afterAll(async () => {
  services.close()
  await closeDatabase()
})

const number = (id: string) => Number(id.slice(5))

function announce(from: number, to: number, datestamp: string, more: object = {}) {
  for (let n = from; n <= to; n++) {
    services.arxiv.push(arxivPaper({ id: `2606.${String(n).padStart(5, '0')}`, datestamp, ...more }))
  }
}

async function idsOf(day: string) {
  const { papers } = await listPool(day, { category: null, page: 1, pageSize: 100 })
  return papers.map(({ id }) => number(id)).sort((a, b) => a - b)
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('three days of ingest, killed in the middle, and a week off: nothing twice, nothing skipped', async () => {
  announce(1, 5, '2026-06-01')
  announce(6, 6, '2026-06-01', { categories: ['cs.CL', 'cs.LG'] })
  expect(await run('2026-06-01T07:00:00Z')).toEqual({ code: 0, said: 'ingest: 6 new papers, 0 changed' })
  expect(await idsOf('2026-06-01')).toEqual(range(1, 6))

  const mira = await createUser({ name: 'Mira' }, Date.parse('2026-06-01T08:00:00Z'))
  if (!mira.ok) throw new Error(mira.error)
  await castVote(authorityOf(mira.viewer).userId, '2606.00003', Date.parse('2026-06-01T08:00:00Z'))

  // A third of the second day is in when the process is killed, as it waits for the next page.
  announce(7, 14, '2026-06-02')
  services.calm()
  // Two pages of the day before, which was not over, and one of this day go well.
  services.next(null, null, null, { kind: 'slow', ms: 60_000 })
  const child = start('2026-06-02T07:00:00Z')
  await expect.poll(() => services.asked.length, { timeout: 30_000 }).toBe(4)
  await child.kill()
  expect(services.asked.at(-1)?.url.searchParams.get('resumptionToken')).toContain('2026-06-02')
  expect(await idsOf('2026-06-02')).toEqual(range(7, 9))

  services.calm()
  expect(await run('2026-06-02T09:00:00Z')).toEqual({ code: 0, said: 'ingest: 5 new papers, 0 changed' })
  expect(await idsOf('2026-06-02')).toEqual(range(7, 14))

  // Killed again and again, wherever it is when the nth request has come.
  announce(15, 25, '2026-06-03')
  announce(3, 3, '2026-06-03', { title: 'Paper three', versions: ['2026-05-31T17:30:00Z', '2026-06-02T12:00:00Z'] })
  for (const requests of [2, 4, 2, 3]) {
    services.calm()
    const killed = start('2026-06-03T07:00:00Z')
    await expect.poll(() => services.asked.length, { timeout: 30_000, interval: 2 }).toBeGreaterThanOrEqual(requests)
    await killed.kill()
  }
  services.calm()
  expect(await run('2026-06-03T09:00:00Z')).toMatchObject({ code: 0 })
  expect(await idsOf('2026-06-03')).toEqual(range(15, 25))
  expect(await getPaper('2606.00003')).toMatchObject({
    title: 'Paper three',
    version: 2,
    announcedDay: '2026-06-01',
    upvotes: 1,
  })

  announce(26, 29, '2026-06-05')
  announce(30, 30, '2026-06-09')
  expect(await run('2026-06-11T07:00:00Z')).toEqual({ code: 0, said: 'ingest: 5 new papers, 0 changed' })
  expect(await idsOf('2026-06-05')).toEqual(range(26, 29))
  expect(await idsOf('2026-06-09')).toEqual([30])
  expect(await run('2026-06-11T09:00:00Z')).toEqual({ code: 0, said: 'ingest: 0 new papers, 0 changed' })

  // What was told of all that: each paper once, and one revision.
  const told = await listJournalSince(0, (await lastJournalId()) + 1)
  const papers = told.flatMap(({ kind, data }) => (kind === 'ingest' ? Number(data?.papers) : []))
  expect(papers.reduce((sum, each) => sum + each, 0)).toBe(30)
  expect(told.filter(({ kind }) => kind === 'revised').map(({ paperId }) => paperId)).toEqual(['2606.00003'])
}, 240_000)

test('while one process brings papers in, another waits, and goes on where the first was killed; off is said', async () => {
  services.calm()
  services.next({ kind: 'slow', ms: 60_000 })
  const first = start('2026-06-12T07:00:00Z')
  await expect.poll(() => services.asked.length, { timeout: 30_000 }).toBe(1)
  const second = start('2026-06-12T07:00:00Z').ended
  const off = await start('2026-06-12T07:00:00Z', { INGEST_CATEGORIES: '' }).ended
  expect(off).toMatchObject({ code: 1, said: expect.stringContaining('INGEST_CATEGORIES') })
  expect(services.asked).toHaveLength(1)
  await first.kill()
  expect(await second).toMatchObject({ code: 0, said: expect.stringContaining('0 new papers') })
  expect(services.asked.length).toBeGreaterThan(1)
}, 60_000)

function start(at: string, more: Record<string, string> = {}) {
  return startJob('ingest', at, { ...services.settings, INGEST_CATEGORIES: 'cs.LG', ...more })
}

function run(at: string) {
  return start(at).ended
}
