import { parseArgs } from 'node:util'
import { ensureJobs } from '@/db/jobs'
import { migrate } from '@/db/migrate'
import { jobs } from '@/jobs/all'
import { instant } from '@/lib/import-fields'
import { runInTurn } from '@/scripts/run-in-turn'
import { complain, runMain, stopSignal } from '@/scripts/run-main'

const usage = `npm run job -- NAME [--at 2026-06-02T07:00:00Z]

Runs one job once, also beside a site that serves, and prints what it did.
  --at TIME   as of this instant, UTC unless it says otherwise; without it, now
Jobs: ${jobs.map(({ name }) => name).join(', ')}`

await runMain(main)

/** @returns the exit code: 0 done, 1 it failed or another process runs it, 2 it was asked wrongly */
async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) {
    console.log(usage)
    return 0
  }
  if (typeof asked === 'string') return complain(2, asked)
  const { job, at } = asked
  const off = job.isOff?.()
  if (off) return complain(1, `${job.name} is off: ${off}`)

  await migrate()
  await ensureJobs([job.name], Date.now())
  const signal = stopSignal()
  const ran = await runInTurn(job, at, signal)
  if (ran.state === 'held') return complain(1, `Another process is running ${job.name}. Try again later.`)
  if ('error' in ran) {
    console.error(ran.cause)
    return 1
  }
  console.log(`${job.name}: ${ran.result || 'nothing to do'}`)
  return 0
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { at: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help || positionals.length === 0) return null
    const job = jobs.find(({ name }) => name === positionals[0])
    if (!job || positionals.length > 1) return `There is no job ${positionals.join(' ')}.\n\n${usage}`
    if (values.at === undefined) return { job, at: undefined }
    const at = instant.safeParse(values.at)
    return at.success ? { job, at: at.data } : `--at ${at.error.issues[0]?.message}`
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${usage}`
  }
}
