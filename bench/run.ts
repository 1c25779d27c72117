import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { atScale } from '@/bench/at-scale'
import { Bench } from '@/bench/bench'
import { besideBare } from '@/bench/beside-bare'
import { fillDatabase, startFilled } from '@/bench/filled-site'
import { liveListeners } from '@/bench/live-listeners'
import { startUp } from '@/bench/start-up'
import { type Row, tableOf } from '@/bench/table'
import { underVotes } from '@/bench/under-votes'
import { ensureBuilt, step } from '@/scripts/setup.mjs'
import type { RunningSite } from '@/server/running-site'

/* npm run bench [-- --quick] [-- --skip-scale]: one table of what the built site does, beside bare Node. */

const isQuick = process.argv.includes('--quick')
const hasScale = !process.argv.includes('--skip-scale')
const effort = isQuick ? { seconds: 0.5, rounds: 3, writes: 150 } : { seconds: 1.5, rounds: 5, writes: 400 }
const [fewPapers, manyPapers] = [1_000, isQuick ? 20_000 : 100_000]

const day = new Date().toISOString().slice(0, 10)
const sites: RunningSite[] = []
mkdirSync('data', { recursive: true })
const folder = mkdtempSync('data/bench-') // where the site's own database is: on the disk that writes will meet
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop().finally(() => process.exit(1)))

let bench: Bench | null = null
try {
  const rows = await measure()
  console.log(
    `\nNode ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString()}`,
  )
  console.log(`Medians of ${effort.rounds} alternating runs; 16 connections; bare Node sends the same bytes.\n`)
  console.log(tableOf(rows))
} finally {
  await stop()
}

async function measure(): Promise<Row[]> {
  await ensureBuilt()
  const rows: Row[] = []
  const part = (name: string, action: () => Promise<Row[]>) => step(name, async () => rows.push(...(await action())))
  let [few, many] = ['', '']
  await step(`Filling ${fewPapers} papers`, async () => (few = await fillDatabase(folder, fewPapers, day)))
  if (hasScale)
    await step(`Filling ${manyPapers} papers`, async () => (many = await fillDatabase(folder, manyPapers, day)))

  await part('Starting', () => startUp(few))
  const small = await start(few)
  bench = new Bench(effort)
  const running = bench
  const at = { port: small.port, day, papers: fewPapers }
  await part('Live', () => liveListeners(running, { ...at, votes: isQuick ? 5 : 15 }))
  await part('Under votes', () => underVotes(running, { ...at, seconds: isQuick ? 3 : 10 }))
  await part('Beside bare Node', () => besideBare(running, at))
  if (hasScale) {
    const large = await start(many)
    const sizes = { small: at, large: { port: large.port, papers: manyPapers } }
    await part('Large and small', () => atScale(running, { ...sizes, day }))
  }
  return rows
}

async function start(databaseUrl: string): Promise<RunningSite> {
  const site = await startFilled(databaseUrl)
  sites.push(site)
  return site
}

async function stop(): Promise<void> {
  await Promise.allSettled([bench?.stop(), ...sites.splice(0).map((site) => site.end('SIGTERM'))])
  rmSync(folder, { recursive: true, force: true })
}
