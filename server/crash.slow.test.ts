import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isListening, type RunningSite, startSite } from '@/testing/running-site'

/* Against the production build: run after it. */

const folder = mkdtempSync(join(tmpdir(), 'crash-'))
const settings = { DATABASE_URL: `file:${join(folder, 'papers.db')}`, LIMIT_VOTES: 'off', LIMIT_READS: 'off' }
let site: RunningSite

beforeAll(async () => {
  Object.assign(process.env, settings) // before the database is opened here, by the imports below
  site = await startSite(settings)
}, 90_000)

afterAll(async () => {
  await site.end('SIGKILL')
  const { closeDatabase } = await import('@/db/client')
  await closeDatabase()
})

test('killed in a storm of 200 votes, it comes back with every vote that it said yes to', async () => {
  const voters = await makeVoters(40)
  const papers = await listPaperIds(10)
  const wanted = papers.slice(0, 5).flatMap((paper) => voters.map((voter) => ({ ...voter, paper })))
  expect(wanted).toHaveLength(200)

  const acknowledged: typeof wanted = []
  let killed: Promise<unknown> | null = null
  const queue = [...wanted]
  const voting = async () => {
    for (let vote = queue.shift(); vote; vote = queue.shift()) {
      const { paper, token } = vote
      const answer = await putVote(paper, token)
      if (answer === 'dead') return
      expect(answer).toEqual({ upvotes: expect.any(Number), voted: true })
      acknowledged.push(vote)
      if (acknowledged.length === 90) killed = site.end('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 16 }, voting))
  await killed
  expect(acknowledged.length).toBeGreaterThanOrEqual(90)
  expect(acknowledged.length).toBeLessThan(200)
  expect(await isListening(site.port)).toBe(false)

  site = await startSite(settings)
  const { listVoted } = await import('@/db/votes')
  const { checkCounters } = await import('@/db/check')
  for (const { userId, paper } of acknowledged) expect(await listVoted(userId, [paper])).toEqual([paper])
  expect(await checkCounters()).toEqual([])

  // What was on its way may be asked for again: a vote is a state, not a step.
  for (const { paper, token } of wanted) expect(await putVote(paper, token)).toMatchObject({ voted: true })
  expect(await checkCounters()).toEqual([])
  const [first = ''] = papers
  await expect.poll(() => upvotesOnPage(first), { timeout: 2_000 }).toBeGreaterThanOrEqual(40)
}, 120_000)

test('a second start of the same folder and database succeeds beside the first', async () => {
  const [one, two] = await Promise.all([startSite(settings), startSite(settings)])
  const live = await openStream(`${one.url}/api/live`)
  const [voter] = await makeVoters(1, 'second')
  const [paper = ''] = await listPaperIds(1)
  await fetch(`${two.url}/api/papers/${paper}/vote`, { method: 'PUT', headers: bearer(voter?.token) })
  await expect.poll(live.text, { timeout: 2_000 }).toContain(`"id":"${paper}"`)
  live.close()
  expect(await Promise.all([one.end('SIGTERM'), two.end('SIGTERM')])).toEqual([0, 0])
}, 120_000)

test('SIGTERM ends it within seconds, streams and idle connections open', async () => {
  const streams = await Promise.all([openStream(`${site.url}/api/live`), openStream(`${site.url}/api/live`)])
  await (await fetch(site.url)).text()
  const began = performance.now()
  expect(await site.end('SIGTERM')).toBe(0)
  expect(performance.now() - began).toBeLessThan(4_000)
  await Promise.all(streams.map(({ ended }) => ended))
  expect(await isListening(site.port)).toBe(false)
}, 30_000)

async function makeVoters(count: number, prefix = 'storm') {
  const { createUser } = await import('@/db/users')
  const { createToken } = await import('@/db/tokens')
  const { authorityOf } = await import('@/lib/authority')
  const voters = []
  for (let number = 1; number <= count; number += 1) {
    const made = await createUser({ name: `${prefix}-${number}` }, Date.now())
    if (!made.ok) throw new Error(made.error)
    const { userId } = authorityOf(made.viewer)
    const { token } = await createToken(userId, { label: 'storm', scope: 'write' }, Date.now())
    voters.push({ userId, token })
  }
  return voters
}

async function listPaperIds(count: number): Promise<string[]> {
  const response = await fetch(`${site.url}/api/daily_papers?limit=${count}`)
  const papers = (await response.json()) as { paper: { id: string } }[]
  return papers.map(({ paper }) => paper.id)
}

async function putVote(paper: string, token: string): Promise<unknown> {
  const request = fetch(`${site.url}/api/papers/${paper}/vote`, { method: 'PUT', headers: bearer(token) })
  const response = await request.catch(() => null)
  return response ? response.json().catch(() => 'dead') : 'dead'
}

function bearer(token = ''): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

async function upvotesOnPage(paper: string): Promise<number> {
  const html = await (await fetch(`${site.url}/papers/${paper}`)).text()
  return Number(/data-upvotes="(\d+)"/.exec(html)?.[1] ?? 0)
}

async function openStream(url: string) {
  const abort = new AbortController()
  const response = await fetch(url, { signal: abort.signal })
  let text = ''
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true })
  }
  const ended = read().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error
  })
  return { text: () => text, ended, close: () => abort.abort() }
}
