import { claimJob, finishJob, type RunEnd, renewJob } from '@/db/jobs'
import type { Job } from '@/jobs/job'

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

/** Runs a job once under its lease. What it throws is kept as its error, and it is tried again sooner than usual. */
export async function runJob(
  job: Job,
  { holder, at, evenIfNotDue = false, signal, lease = minute }: Asked,
): Promise<Ran> {
  const startedAt = Date.now()
  const { name } = job
  if (!(await claimJob({ name, holder, until: startedAt + lease, evenIfNotDue }, startedAt))) return { state: 'held' }
  const lost = new AbortController()
  const beat = setInterval(() => {
    renewJob(name, holder, Date.now() + lease)
      .then((isOurs) => isOurs || lost.abort())
      .catch(() => {}) // the lease runs out by itself, and the job's own writes will say what is wrong
  }, lease / 3)
  let end: RunEnd
  let cause: unknown
  try {
    end = { result: await job.run({ now: at ?? startedAt, signal: AbortSignal.any([signal, lost.signal]) }) }
  } catch (error) {
    end = { error: error instanceof Error ? error.message : String(error) }
    cause = error
  } finally {
    clearInterval(beat)
  }
  const nextAt = (failures: number) => startedAt + (failures === 0 ? job.every : pauseAfter(failures, job.every))
  await finishJob({ name, holder, startedAt, nextAt, end }, Date.now())
  return { state: 'ran', ...end, cause }
}

/** A minute after the first failure, twice that after each further one, an hour or the job's own pause at most. */
function pauseAfter(failures: number, every: number): number {
  return Math.max(Math.min(minute * 2 ** (failures - 1), longestPause, every), Math.min(every, 1_000))
}
