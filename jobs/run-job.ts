import { claimJob, finishJob, type RunEnd, renewJob } from '@/db/jobs'
import type { Job } from '@/jobs/job'
import { shorten } from '@/lib/text'

type Asked = {
  /** Who runs it: one name for each process. */
  holder: string
  /** The instant that it runs as of; without it the present. */
  at?: number
  evenIfNotDue?: boolean
  signal: AbortSignal
  /** Ms that the lease lasts without being renewed: after a kill, others wait so long. */
  lease?: number
}

/** 'held': another process runs it, or it is not due. */
export type Ran = { state: 'held' } | ({ state: 'ran' } & RunEnd & { cause?: unknown })

const minute = 60_000
const longestPause = 60 * minute

// The longest reason that an admin reads.
const longestError = 2_000

/**
 * Runs a job once under its lease. What it throws is kept as its error, and it is tried again sooner than usual. One
 * that was stopped goes on as soon as somebody is there to run it; one that ran as of another instant keeps its time.
 */
export async function runJob(
  job: Job,
  { holder, at, evenIfNotDue = false, signal, lease = minute }: Asked,
): Promise<Ran> {
  const startedAt = Date.now()
  const { name, every } = job
  const claimed = await claimJob({ name, every, holder, until: startedAt + lease, evenIfNotDue }, startedAt)
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
  const nextAt = (failures: number) => {
    if (stopping.signal.aborted) return startedAt
    if (failures > 0) return startedAt + pauseAfter(failures, every)
    return at === undefined ? startedAt + every : claimed.dueAt
  }
  await finishJob({ name, holder, startedAt, nextAt, end }, Date.now())
  return { state: 'ran', ...end, cause }
}

/** What was thrown, in words, with what was behind it. */
function reasonOf(error: unknown): string {
  const said: string[] = []
  for (let at = error; at !== undefined && said.length < 3; at = at instanceof Error ? at.cause : undefined)
    said.push(at instanceof Error ? at.message || at.name : String(at))
  return shorten([...new Set(said)].join(' Because: '), longestError)
}

/** A minute after the first failure, twice that after each further one, an hour or the job's own pause at most. */
function pauseAfter(failures: number, every: number): number {
  return Math.max(Math.min(minute * 2 ** (failures - 1), longestPause, every), Math.min(every, 1_000))
}
