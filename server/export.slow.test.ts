import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { importRows } from '@/db/import'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'
import { orderOfDay, readAsOutsider, readFolderAsOutsider, trendingOf } from '@/testing/archive-reader'
import { endJobs, startJob } from '@/testing/job-process'
import { startSite } from '@/testing/running-site'

/* Whole processes make the archive and are killed; against the production build, run after it. */

const folder = mkdtempSync(join(tmpdir(), 'archive-'))
const all = 1_500
const days = ['2026-06-01', '2026-06-02', '2026-06-03']
const idOf = (i: number) => `2605.${String(i + 1).padStart(5, '0')}`

beforeAll(async () => {
  // Abstracts that do not pack: there has to be time to kill in.
  for (let from = 0; from < all; from += 250)
    await importRows(
      Array.from({ length: 250 }, (_, i) => row(from + i)),
      Date.UTC(2026, 5, 4),
    )
}, 120_000)

afterEach(endJobs)
afterAll(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true })
})

function row(i: number) {
  const day = i < 90 ? days[i % 3] : '2026-05-01'
  const read = readRow({
    day,
    paper: {
      id: idOf(i),
      title: `Paper ${i}`,
      summary: randomBytes(6000).toString('base64'),
      authors: [{ name: 'Ida Noor' }],
      publishedAt: '2026-04-30',
      submittedOnDailyAt: `${day}T08:00:00Z`,
      upvotes: i % 4,
    },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

const making = () => readdirSync(folder).find((name) => /^\.making-\w+$/.test(name))
const manifest = () => readFileSync(join(folder, 'manifest.json'), 'utf8')

function packedSoFar(): number {
  const papers = join(folder, making() ?? 'none', 'papers.jsonl.gz')
  return existsSync(papers) ? statSync(papers).size : 0
}

const start = () => startJob('export', '2026-06-04T00:01:00Z', { EXPORT_DIR: folder })

test('killed in the middle, again and again, it leaves the archive before; the next run clears up', async () => {
  const killedFirst = start()
  await expect.poll(packedSoFar, { timeout: 60_000, interval: 2 }).toBeGreaterThan(0)
  await killedFirst.kill()
  expect(existsSync(join(folder, 'manifest.json'))).toBe(false)

  expect(await start().ended).toMatchObject({ code: 0, said: expect.stringMatching(/^export: 1,500 papers/) })
  const whole = manifest()
  expect((await readFolderAsOutsider(folder)).papers.size).toBe(all)

  for (const bytes of [1, 4_000_000]) {
    const killed = start()
    await expect.poll(packedSoFar, { timeout: 60_000, interval: 2 }).toBeGreaterThanOrEqual(bytes)
    await killed.kill()
    expect(making()).toBeDefined()
    expect(manifest()).toBe(whole)
    expect((await readFolderAsOutsider(folder)).papers.size).toBe(all)
  }
  expect(await start().ended).toMatchObject({ code: 0 })
  expect(making()).toBeUndefined()
  expect(manifest()).not.toBe(whole)
  expect((await readFolderAsOutsider(folder)).papers.size).toBe(all)
}, 240_000)

test('beside a site that is voted on, each archive is of one moment, and the last is what the site shows', async () => {
  const site = await startSite({ EXPORT_DIR: folder, EXPORT: 'off', LIMIT_VOTES: 'off', LIST_PAGE_SIZE: '200' })
  const tokens = await makeVoters(8)
  let isVoting = true
  let votes = 0
  let voting: Promise<void>[] = []
  try {
    voting = tokens.map(async (token, who) => {
      for (let i = who; isVoting; i += 3) {
        const method = i % 5 === 0 ? 'DELETE' : 'PUT'
        const headers = { authorization: `Bearer ${token}` }
        const answer = await fetch(`${site.url}/api/papers/${idOf(i % 90)}/vote`, { method, headers })
        expect(answer.status).toBe(200)
        votes++
      }
    })
    await expect.poll(() => votes, { timeout: 60_000 }).toBeGreaterThan(0)
    const before = votes
    expect(await startJob('export', '2026-06-04T00:01:00Z', { EXPORT_DIR: folder }).ended).toMatchObject({ code: 0 })
    expect(votes).toBeGreaterThan(before) // nobody who votes waits for it
    const during = await fromSite(site.url)
    for (const [id, paper] of during.papers)
      expect((during.hours.get(id) ?? []).reduce((sum, hour) => sum + hour.votes, 0)).toBe(paper.upvotes)
    const { from, until } = during.manifest.asOf as { from: string; until: string }
    expect(from).toBe(until)
    isVoting = false
    await Promise.all(voting)

    expect(await startJob('export', '2026-06-04T00:01:00Z', { EXPORT_DIR: folder }).ended).toMatchObject({ code: 0 })
    const archive = await fromSite(site.url)
    for (const day of days) expect(orderOfDay(archive, day)).toEqual(await shown(`${site.url}/papers/date/${day}`))
    const hot = trendingOf(archive).map(({ paper }) => paper)
    expect(hot.slice(0, 200)).toEqual(await shown(`${site.url}/papers/trending`))
    const page = await (await fetch(`${site.url}/export/`)).text()
    for (const { path, sha256 } of archive.manifest.files) {
      expect(page).toContain(`href="/export/${path}"`)
      expect(page).toContain(sha256)
    }
  } finally {
    isVoting = false
    await Promise.allSettled(voting)
    await site.end('SIGTERM')
  }
}, 240_000)

function fromSite(url: string) {
  return readAsOutsider(async (path) => {
    const answer = await fetch(`${url}/export/${path}`)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return Buffer.from(await answer.arrayBuffer())
  })
}

/** Ids in the order of the page. */
async function shown(url: string): Promise<string[]> {
  const html = await (await fetch(url)).text()
  return [...new Set([...html.matchAll(/data-paper="([^"]+)"/g)].map(([, id = '']) => id))]
}

async function makeVoters(count: number): Promise<string[]> {
  const tokens: string[] = []
  for (let number = 1; number <= count; number++) {
    const made = await createUser({ name: `voter-${number}` }, Date.now())
    if (!made.ok) throw new Error(made.error)
    const { userId } = authorityOf(made.viewer)
    tokens.push((await createToken(userId, { label: 'votes', scope: 'write' }, Date.now())).token)
  }
  return tokens
}
