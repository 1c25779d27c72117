import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { atScale } from '@/bench/at-scale'
import { Bench } from '@/bench/bench'
import { besideBare } from '@/bench/beside-bare'
import { fillDatabase, startFilled } from '@/bench/filled-site'
import { letters } from '@/bench/letters'
import { liveListeners } from '@/bench/live-listeners'
import { startUp } from '@/bench/start-up'
import { type Row, tableOf } from '@/bench/table'
import { underVotes } from '@/bench/under-votes'
import { ensureBuilt, step } from '@/scripts/setup.mjs'
import type { RunningSite } from '@/testing/running-site'

/* npm run bench [-- --quick] [-- --skip-scale]: one table of what the built site does, beside bare Node. */

const isQuick = process.argv.includes('--quick')
const hasScale = !process.argv.includes('--skip-scale')
const effort = isQuick ? { seconds: 0.4, rounds: 3, writes: 64 } : { seconds: 1.5, rounds: 5, writes: 400 }
const [fewPapers, manyPapers] = [1_000, isQuick ? 10_000 : 100_000]

const day = new Date().toISOString().slice(0, 10)
mkdirSync('data', { recursive: true })
const folder = mkdtempSync('data/bench-') // where the site's own database is: on the disk that writes will meet

const ending = new AbortController()
const sites: Promise<RunningSite>[] = []
let bench: Bench | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop().finally(() => process.exit(1)))

try {
  const rows = await measure()
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'a processor'}`
  console.log(`\nNode ${process.version}, ${machine}, ${new Date().toISOString()}`)
  console.log(`Medians of ${effort.rounds} alternating runs; 16 connections; bare Node sends the same bytes.\n`)
  console.log(tableOf(rows))
} finally {
  await stop()
}

async function measure(): Promise<Row[]> {
  await ensureBuilt()
  const few = await fill(fewPapers)
  const many = hasScale ? await fill(manyPapers) : null
  const rows: Row[] = []
  const part = (name: string, action: () => Promise<Row[]>) => step(name, async () => rows.push(...(await action())))

  await part('Starting', () => startUp(() => start(few), isQuick ? 1 : 3))
  const small = await start(few)
  const running = new Bench(effort)
  bench = running
  const at = { port: small.port, day, papers: fewPapers }
  await part('Live', () => liveListeners(running, { ...at, votes: isQuick ? 5 : 15 }))
  await part('Under votes', () => underVotes(running, { ...at, seconds: isQuick ? 3 : 10 }))
  await part('Beside bare Node', () => besideBare(running, at))
  const readers = isQuick ? 1_000 : 10_000
  await part('Letters', () => letters({ folder, readers, today: day, signal: ending.signal }))
  if (many) {
    const large = await start(many)
    const sizes = { small: at, large: { port: large.port, papers: manyPapers } }
    await part('Large and small', () => atScale(running, { ...sizes, day }))
  }
  return rows
}

/** @returns the DATABASE_URL */
async function fill(papers: number): Promise<string> {
  let url = ''
  await step(`Filling ${papers.toLocaleString('en')} papers`, async () => {
    url = await fillDatabase(folder, { papers, today: day, signal: ending.signal })
  })
  return url
}

function start(databaseUrl: string): Promise<RunningSite> {
  const site = startFilled(databaseUrl)
  sites.push(site)
  return site
}

async function stop(): Promise<void> {
  ending.abort()
  const ended = sites.splice(0).map(async (site) => (await site).end('SIGTERM'))
  await Promise.allSettled([bench?.stop(), ...ended])
  rmSync(folder, { recursive: true, force: true })
}
