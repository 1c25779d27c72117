import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { isDue, isFree, type JobRow, listJobs, type Timed } from '@/db/jobs'
import { jobRuns } from '@/db/schema'
import type { JobLine, JobRun } from '@/db/types'
import type { AdminId } from '@/lib/authority'

/** A job as it is planned; `off` is why it does not run, `sooner` whether it does not wait when there is something to do. */
export type Planned = Timed & { off: string | null; sooner: boolean }

const order: readonly JobLine['state'][] = ['running', 'due', 'waiting', 'off']

/** The jobs of a plan as admins see them: what runs first, then what is next, then what is off. */
export async function listJobLines(_by: AdminId, plan: readonly Planned[], now: number): Promise<JobLine[]> {
  const rows = new Map((await listJobs()).map((row) => [row.name, row]))
  const runs = await Promise.all(plan.map(({ name }) => lastRunQuery(name)))
  const lines = plan.map((job, i) => lineOf(job, rows.get(job.name) ?? neverRan(job.name), runs[i]?.[0], now))
  return lines.sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (a.nextAt ?? 0) - (b.nextAt ?? 0) ||
      (a.name < b.name ? -1 : 1),
  )
}

/** The statement, for the test that reads its plan. */
export function lastRunQuery(name: string) {
  return db.select().from(jobRuns).where(eq(jobRuns.name, name)).orderBy(desc(jobRuns.startedAt)).limit(1)
}

function lineOf({ name, every, off, sooner }: Planned, row: JobRow, run: JobRun | undefined, now: number): JobLine {
  const { nextAt, startedAt, finishedAt, error, failures } = row
  // A run that had nothing to do is not kept.
  const isLast = run?.finishedAt === finishedAt
  const hasDone = run && run.error === null && run.result
  return {
    name,
    every,
    sooner,
    state: stateOf(row, every, off, now),
    off,
    nextAt,
    startedAt,
    finishedAt,
    error,
    failures,
    result: finishedAt === null || error !== null ? null : isLast ? (run?.result ?? '') : '',
    before: hasDone && !isLast ? { at: run.finishedAt, result: run.result ?? '' } : null,
  }
}

function stateOf(row: JobRow, every: number, off: string | null, now: number): JobLine['state'] {
  if (!isFree(row, now)) return 'running'
  if (off !== null) return 'off'
  return isDue(row, every, now) ? 'due' : 'waiting'
}

function neverRan(name: string): JobRow {
  const nothing = { holder: null, leaseUntil: null, nextAt: null, startedAt: null, finishedAt: null }
  return { name, ...nothing, result: null, error: null, failures: 0 }
}
