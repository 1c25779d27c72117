import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureJobs, listDueJobs, mayRunSooner } from '@/db/jobs'
import type { Job } from '@/jobs/job'
import { runJob } from '@/jobs/run-job'
import { log, logError } from '@/server/log'

type Options = {
  /** Ms between two looks. */
  look?: number
  lease?: number
  /** Ms that jobs get to stop. */
  patience?: number
}

/**
 * Runs jobs when they are due, each in one process at a time, however many serve.
 * @returns a function that stops them and waits, but not for ever: whoever does not heed the signal is left to its lease
 */
export async function schedule(
  jobs: readonly Job[],
  { look = 1_000, lease, patience = 5_000 }: Options = {},
): Promise<() => Promise<void>> {
  const holder = randomUUID()
  const stopping = new AbortController()
  const running = new Map<string, Promise<unknown>>()
  const nextLook = new Map<string, number>()
  // How the last run failed here: what goes on failing in the same way is said once.
  const failed = new Map<string, string | null>()
  await ensureJobs(
    jobs.map(({ name }) => name),
    Date.now(),
  )

  let failing = false
  const timer = setInterval(() => {
    looking ??= startDue()
      .then(() => {
        failing = false
      })
      .catch((error: unknown) => {
        if (!failing) logError('Looking for due jobs failed; trying on', error)
        failing = true
      })
      .finally(() => {
        looking = null
      })
  }, look).unref()
  let looking: Promise<void> | null = null

  async function startDue() {
    const idle = jobs.filter((job) => !running.has(job.name) && !job.isOff?.())
    const due = new Set(await listDueJobs(idle, Date.now()))
    for (const job of idle) if (due.has(job.name) && !stopping.signal.aborted) start(job)
    for (const job of idle) if (!due.has(job.name)) await startIfNeeded(job)
  }

  /** Ahead of its time when there is something to do. Who looks writes nothing. */
  async function startIfNeeded(job: Job) {
    const { name, sooner } = job
    if (!sooner || performance.now() < (nextLook.get(name) ?? 0)) return
    nextLook.set(name, performance.now() + sooner.look)
    const now = Date.now()
    if (!(await mayRunSooner(name, now)) || !(await sooner.isNeeded(now))) return
    if (!stopping.signal.aborted) start(job, now)
  }

  function start(job: Job, neededAt?: number) {
    const done = runJob(job, { holder, neededAt, signal: stopping.signal, lease })
      .then((ran) => {
        if (ran.state !== 'ran') return
        const error = 'error' in ran ? ran.error : null
        if (error !== null && error !== failed.get(job.name)) logError(`The job "${job.name}" failed`, ran.cause)
        failed.set(job.name, error)
      })
      .catch((error: unknown) => logError(`The job "${job.name}" could not be noted`, error))
      .finally(() => running.delete(job.name))
    running.set(job.name, done)
  }

  return async () => {
    clearInterval(timer)
    stopping.abort()
    await looking
    await Promise.race([Promise.all(running.values()), sleep(patience, null, { ref: false })])
    for (const name of running.keys()) log(`The job "${name}" did not stop in time; its lease will run out`)
  }
}
