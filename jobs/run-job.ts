import { claimJob, finishJob, type RunEnd, renewJob } from '@/db/jobs'
import type { Job } from '@/jobs/job'
import { pauseAfterFailures } from '@/lib/job-pauses'
import { shorten } from '@/lib/text'

type Asked = {
  /** Who runs it: one name for each process. */
  holder: string
  /** The instant that it runs as of; without it the present. */
  at?: number
  evenIfNotDue?: boolean
  /** When a look found that there is something to do (ms). */
  neededAt?: number
  signal: AbortSignal
  /** Ms that the lease lasts without being renewed: after a kill, others wait so long. */
  lease?: number
}

/** 'held': another process runs it, or it is not due. */
export type Ran = { state: 'held' } | ({ state: 'ran' } & RunEnd & { cause?: unknown })

const minute = 60_000

// The longest reason that an admin reads.
const longestError = 2_000

/**
 * Runs a job once under its lease. What it throws is kept as its error, and it is tried again, later each time. One
 * that was stopped goes on as soon as somebody is there to run it; one that ran as of another instant keeps its time.
 */
export async function runJob(
  job: Job,
  { holder, at, evenIfNotDue = false, neededAt, signal, lease = minute }: Asked,
): Promise<Ran> {
  const startedAt = Date.now()
  const { name, every } = job
  const claimed = await claimJob({ name, every, holder, until: startedAt + lease, evenIfNotDue, neededAt }, startedAt)
  if (!claimed) return { state: 'held' }
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  if (signal.aborted) stop()
  // Not AbortSignal.any: each signal made so stays with one that lives as long as the process.
  signal.addEventListener('abort', stop)
  const beat = setInterval(() => {
    renewJob(name, holder, Date.now() + lease)
      .then((isOurs) => isOurs || stop())
      .catch(() => {}) // the lease runs out by itself, and the job's own writes will say what is wrong
  }, lease / 3)
  let end: RunEnd
  let cause: unknown
  try {
    end = { result: await job.run({ now: at ?? startedAt, signal: stopping.signal }) }
  } catch (error) {
    const isStopped = stopping.signal.aborted
    end = isStopped ? { result: '' } : { error: reasonOf(error) }
    cause = isStopped ? undefined : error
  } finally {
    clearInterval(beat)
    signal.removeEventListener('abort', stop)
  }
  const endedAt = Date.now()
  const nextAt = (failures: number) => {
    if (stopping.signal.aborted) return startedAt
    // From its end: what the run put off for as long as that is due again.
    if (failures > 0) return endedAt + pauseAfterFailures(failures, every)
    return at === undefined ? startedAt + every : claimed.dueAt
  }
  await finishJob({ name, holder, startedAt, nextAt, end }, endedAt)
  return { state: 'ran', ...end, cause }
}

/** What was thrown, in words, with what was behind it. */
function reasonOf(error: unknown): string {
  const said: string[] = []
  for (let at = error; at !== undefined && said.length < 3; at = at instanceof Error ? at.cause : undefined)
    said.push(at instanceof Error ? at.message || at.name : String(at))
  return shorten([...new Set(said)].join(' Because: '), longestError)
}
