import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ensureHeats } from '@/db/heats'
import { importRows } from '@/db/import'
import { migrate } from '@/db/migrate'
import { type ImportRow, readRow } from '@/lib/import-row'
import { readJsonLines } from '@/lib/json-lines'
import { findRepeated } from '@/scripts/import-repeats'
import { Report } from '@/scripts/import-report'
import { openSource, type Source, Unreadable } from '@/scripts/import-source'
import { runMain } from '@/scripts/run-main'

const usage = `npm run import -- [--errors FILE] FILE…

Reads papers from JSON Lines files, plain or gzip (- is standard input), in the shape of Hugging Face's
/api/daily_papers or of arXiv's metadata; one file may hold both. The same file again changes nothing.
  --errors FILE   write every refused row and every field left out to FILE, as JSON Lines

Ends with 0 when all rows went in, 1 when some were refused, 2 when a file could not be read (what came before the
fault is in), 3 when the database could not be written.`

/** Rows of one transaction: longer ones would make the site wait, shorter ones cost a sync to the disk each. */
const batchSize = 500

/** A batch waits so long for another process that holds the database (ms): nobody is waiting for its answer. */
const patience = 60_000

await runMain(main, 3)

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) {
    console.log(usage)
    return 0
  }
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const report = openReport(asked.errors)
  if (!report) return 2
  await migrate()
  await ensureHeats()
  for (const file of asked.files) {
    try {
      await importFile(await openSource(file), report)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      report.fault(file, error)
    }
  }
  return report.end()
}

async function importFile(source: Source, report: Report) {
  const repeated = await findRepeated(source)
  report.begin(source)
  let batch: ImportRow[] = []
  const flush = async () => {
    const rows = batch
    batch = []
    const began = performance.now()
    const imported = await importRows(rows, Date.now(), patience)
    report.imported(imported)
    // The site and others may want to write as well: leave them a third of the time.
    if (imported.added + imported.updated > 0) await pause((performance.now() - began) / 2)
  }
  let fault: Unreadable | null = null
  try {
    for await (const read of readJsonLines(source.read((count) => report.bytes(count)))) {
      const row = read.ok ? readRow(read.json) : { ok: false as const, issues: [{ field: '', reason: read.reason }] }
      if (!row.ok) report.refused(read.line, row.issues)
      else if (repeated.has(read.line)) report.repeated()
      else {
        batch.push(row.row)
        report.dropped(read.line, row.dropped)
      }
      if (batch.length === batchSize) await flush()
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    fault = error
  }
  if (batch.length > 0) await flush()
  report.endFile()
  if (fault) throw fault
}

function openReport(errors: string | null): Report | null {
  try {
    return new Report(errors === null ? null : resolve(process.env.INIT_CWD ?? '.', errors))
  } catch (error) {
    console.error(`--errors ${errors}: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

/** @returns null when asked how it is used, a text when asked wrongly */
function readArguments(): { files: string[]; errors: string | null } | string | null {
  const options = { errors: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (values.help) return null
    return positionals.length > 0 ? { files: positionals, errors: values.errors ?? null } : usage
  } catch (error) {
    if (error instanceof TypeError) return `${error.message}\n\n${usage}`
    throw error
  }
}
