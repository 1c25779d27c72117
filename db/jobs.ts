import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { append } from '@/db/journal'
import { jobRuns, jobs } from '@/db/schema'
import type { JobRun } from '@/db/types'
import type { AdminId } from '@/lib/authority'
import { longestPause } from '@/lib/job-pauses'

/* Who runs a job now and how the last run went. A lease is a promise to be back before it runs out. */

/** How a run ended. `result` '' is nothing to do: that is not kept among the runs. */
export type RunEnd = { result: string } | { error: string }

export type JobRow = typeof jobs.$inferSelect

/** Makes rows for jobs that have none, due at once. */
export async function ensureJobs(names: readonly string[], now: number): Promise<void> {
  const known = new Set((await db.select({ name: jobs.name }).from(jobs)).map(({ name }) => name))
  const missing = names.filter((name) => !known.has(name))
  if (missing.length === 0) return
  const rows = missing.map((name) => ({ name, nextAt: now }))
  await write((tx) => tx.insert(jobs).values(rows).onConflictDoNothing())
}

/** As much of a job as says when it is due. */
export type Timed = { name: string /** Ms between the start of one run and the next. */; every: number }

/** Those of these jobs that are due and that nobody runs. */
export async function listDueJobs(timed: readonly Timed[], now: number): Promise<string[]> {
  const rows = new Map((await db.select().from(jobs)).map((row) => [row.name, row]))
  return timed.flatMap(({ name, every }) => {
    const row = rows.get(name)
    return row && isFree(row, now) && isDue(row, every, now) ? [name] : []
  })
}

/** Whether a job that is not due may run all the same when there is something to do: not after it failed, which waits. */
export async function mayRunSooner(name: string, now: number): Promise<boolean> {
  const [row] = await db.select().from(jobs).where(eq(jobs.name, name))
  return row !== undefined && isFree(row, now) && row.failures === 0
}

/**
 * Takes a job for a holder until a time. While it runs it has no next time, so that one set meanwhile is somebody's
 * asking for another run, and a run that is killed is due again as soon as its lease runs out.
 * @returns when it had been due; null when somebody else holds it, or when it is not due and was not asked for all the
 * same
 */
export function claimJob(
  { name, every, holder, until, evenIfNotDue, neededAt }: Claim,
  now: number,
): Promise<{ dueAt: number } | null> {
  return write(async (tx) => {
    const [row] = await tx.select().from(jobs).where(eq(jobs.name, name))
    if (!row || !isFree(row, now)) return null
    if (!evenIfNotDue && !isDue(row, every, now) && !isStillNeeded(row, neededAt)) return null
    await tx.update(jobs).set({ holder, leaseUntil: until, startedAt: now, nextAt: null }).where(eq(jobs.name, name))
    return { dueAt: row.nextAt ?? now }
  })
}

type Claim = Timed & {
  holder: string
  until: number
  evenIfNotDue: boolean
  /** When somebody who looked found that there is something to do. */
  neededAt?: number
}

/** A run that began since has seen it, and one that failed waits. */
function isStillNeeded({ startedAt, failures }: JobRow, neededAt = Number.NEGATIVE_INFINITY): boolean {
  return failures === 0 && (startedAt ?? 0) < neededAt
}

/** Holds on to a job. False when it was lost: another may run it already. */
export function renewJob(name: string, holder: string, until: number): Promise<boolean> {
  return write(async (tx) => {
    const kept = await tx
      .update(jobs)
      .set({ leaseUntil: until })
      .where(and(eq(jobs.name, name), eq(jobs.holder, holder)))
      .returning({ name: jobs.name })
    return kept.length > 0
  })
}

/**
 * Lets go of a job and keeps how it went. Who asked for a run meanwhile gets one. Does nothing when the lease was lost.
 */
export function finishJob({ name, holder, startedAt, nextAt, end }: Finished, now: number): Promise<void> {
  return write(async (tx) => {
    const mine = and(eq(jobs.name, name), eq(jobs.holder, holder))
    const [job] = await tx.select().from(jobs).where(mine)
    if (!job) return
    const [result, error] = 'error' in end ? [null, end.error] : [end.result, null]
    const failures = error === null ? 0 : job.failures + 1
    await tx
      .update(jobs)
      .set({
        holder: null,
        leaseUntil: null,
        nextAt: job.nextAt ?? nextAt(failures),
        finishedAt: now,
        result: result || job.result,
        error,
        failures,
      })
      .where(mine)
    // The same failure again is counted and not kept again: a mail server may be away for a night.
    if (result !== '' && (error === null || error !== job.error))
      await tx.insert(jobRuns).values({ name, startedAt, finishedAt: now, result, error })
  })
}

type Finished = {
  name: string
  holder: string
  startedAt: number
  /** When to run it again, after so many failures in a row. */
  nextAt: (failures: number) => number
  end: RunEnd
}

/**
 * Asks for a run as soon as somebody is free to, after the one that is under way. False when there is no such job.
 * @param by the admin who asks, for the log
 */
export function askForJob(name: string, now: number, by?: AdminId): Promise<boolean> {
  return write(async (tx) => {
    const found = await tx.update(jobs).set({ nextAt: now }).where(eq(jobs.name, name)).returning({ name: jobs.name })
    if (found.length === 0) return false
    if (by) await append(tx, { at: now, kind: 'asked', paperId: null, day: null, userId: by, data: { job: name } })
    return true
  })
}

/** All jobs, the one that leaves next first. */
export async function listJobs(): Promise<JobRow[]> {
  return db.select().from(jobs).orderBy(asc(jobs.nextAt), asc(jobs.name))
}

/** The latest runs, the newest first. */
export async function listJobRuns(limit: number): Promise<JobRun[]> {
  return db.select().from(jobRuns).orderBy(desc(jobRuns.id)).limit(limit)
}

/** Removes runs that are older than this time. */
export async function pruneJobRuns(before: number): Promise<void> {
  await write((tx) => tx.delete(jobRuns).where(lt(jobRuns.finishedAt, before)))
}

const minute = 60_000
// Longer than any lease lasts.
const longestLease = 60 * minute

/** A lease that ends later than any can was given by a clock that went wrong: it holds nobody up. */
export function isFree({ leaseUntil }: Pick<JobRow, 'leaseUntil'>, now: number): boolean {
  return leaseUntil === null || leaseUntil <= now || leaseUntil > now + longestLease
}

/** The same of a next time that is further ahead than any pause; a minute of grace is for a clock set back a little. */
export function isDue({ nextAt }: JobRow, every: number, now: number): boolean {
  return nextAt === null || nextAt <= now || nextAt > now + longestPause(every) + minute
}
