import { and, asc, desc, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { jobRuns, jobs } from '@/db/schema'

/* Who runs a job now and how the last run went. A lease is a promise to be back before it runs out. */

/** How a run ended. `result` '' is nothing to do: that is not kept among the runs. */
export type RunEnd = { result: string } | { error: string }

export type JobRow = typeof jobs.$inferSelect
export type JobRun = typeof jobRuns.$inferSelect

/** Makes rows for jobs that have none, due at once. */
export async function ensureJobs(names: readonly string[], now: number): Promise<void> {
  const known = new Set((await db.select({ name: jobs.name }).from(jobs)).map(({ name }) => name))
  const missing = names.filter((name) => !known.has(name))
  if (missing.length === 0) return
  const rows = missing.map((name) => ({ name, nextAt: now }))
  await write((tx) => tx.insert(jobs).values(rows).onConflictDoNothing())
}

/** Those of these jobs that are due and that nobody runs. */
export async function listDueJobs(names: readonly string[], now: number): Promise<string[]> {
  const rows = await db
    .select({ name: jobs.name })
    .from(jobs)
    .where(and(inArray(jobs.name, [...names]), lte(jobs.nextAt, now), isFree(now)))
  return rows.map(({ name }) => name)
}

/**
 * Takes a job for a holder until a time; false when somebody else holds it, or when it is not due and was not asked for
 * all the same.
 */
export function claimJob(
  { name, holder, until, evenIfNotDue }: { name: string; holder: string; until: number; evenIfNotDue: boolean },
  now: number,
): Promise<boolean> {
  return write(async (tx) => {
    const isDue = evenIfNotDue ? undefined : lte(jobs.nextAt, now)
    const taken = await tx
      .update(jobs)
      .set({ holder, leaseUntil: until, startedAt: now })
      .where(and(eq(jobs.name, name), isFree(now), isDue))
      .returning({ name: jobs.name })
    return taken.length > 0
  })
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

/** Lets go of a job and keeps how it went. Says nothing when the lease was lost meanwhile. */
export function finishJob({ name, holder, startedAt, nextAt, end }: Finished, now: number): Promise<void> {
  return write(async (tx) => {
    const mine = and(eq(jobs.name, name), eq(jobs.holder, holder))
    const [job] = await tx.select({ failures: jobs.failures, result: jobs.result }).from(jobs).where(mine)
    if (!job) return
    const [result, error] = 'error' in end ? [null, end.error] : [end.result, null]
    await tx
      .update(jobs)
      .set({
        holder: null,
        leaseUntil: null,
        nextAt: nextAt(error === null ? 0 : job.failures + 1),
        finishedAt: now,
        result: result || job.result,
        error,
        failures: error === null ? 0 : job.failures + 1,
      })
      .where(mine)
    if (result !== '') await tx.insert(jobRuns).values({ name, startedAt, finishedAt: now, result, error })
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

/** Asks for a run as soon as somebody is free to. False when there is no such job. */
export function askForJob(name: string, now: number): Promise<boolean> {
  return write(async (tx) => {
    const found = await tx.update(jobs).set({ nextAt: now }).where(eq(jobs.name, name)).returning({ name: jobs.name })
    return found.length > 0
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

function isFree(now: number) {
  return or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now))
}
