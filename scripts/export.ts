import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeArchive } from '@/db/archive-folder'
import { archivePlace } from '@/db/archive-place'
import { ensureJobs } from '@/db/jobs'
import { migrate } from '@/db/migrate'
import { archiveInWords, exportJob } from '@/jobs/export'
import { runJob } from '@/jobs/run-job'
import { complain, runMain, stopSignal } from '@/scripts/run-main'

const usage = `npm run export [-- FOLDER]

Writes everything that anybody may see on the site, as JSON Lines with a manifest: to FOLDER, or to the folder that the
site serves at /export/. Also beside a site that serves. docs/data.md says what is in it.`

await runMain(main)

/** @returns the exit code: 0 done, 1 it failed or another process does it, 2 it was asked wrongly */
async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) {
    console.log(usage)
    return 0
  }
  if ('wrong' in asked) return complain(2, asked.wrong)
  await migrate()
  const signal = stopSignal()
  return asked.folder === null ? exportToSite(signal) : exportTo(asked.folder, signal)
}

/** Under the job's lease: the site may be at it. */
async function exportToSite(signal: AbortSignal): Promise<number> {
  await ensureJobs([exportJob.name], Date.now())
  const ran = await runJob(exportJob, { holder: randomUUID(), evenIfNotDue: true, signal })
  if (ran.state === 'held') return complain(1, 'Another process is making the archive. Try again in a minute.')
  if ('error' in ran) return complain(1, ran.error)
  if (signal.aborted) return complain(1, 'Stopped; the archive before stands.')
  return done(ran.result, archivePlace)
}

async function exportTo(folder: string, signal: AbortSignal): Promise<number> {
  try {
    return done(archiveInWords(await makeArchive(folder, signal)), folder)
  } catch (error) {
    return complain(1, signal.aborted ? 'Stopped; the folder is as it was.' : messageOf(error))
  }
}

/** @returns null when asked how it is used */
function readArguments(): { folder: string | null } | { wrong: string } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return null
    const [folder, ...more] = positionals
    if (more.length > 0 || folder === '') return { wrong: `One folder, or none.\n\n${usage}` }
    return { folder: folder === undefined ? null : resolve(process.env.INIT_CWD ?? '.', folder) }
  } catch (error) {
    return { wrong: `${messageOf(error)}\n\n${usage}` }
  }
}

function done(words: string, folder: string): number {
  console.log(`${words}, in ${folder}`)
  return 0
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
