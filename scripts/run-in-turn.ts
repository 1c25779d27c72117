import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from '@/jobs/job'
import { type Ran, runJob } from '@/jobs/run-job'

// Longer than the lease of a process that was killed.
const longestWait = 90_000
const pause = 200

/** Runs a job once, after a process that runs it already, or that was killed while it did: its lease runs out. */
export async function runInTurn(job: Job, at: number | undefined, signal: AbortSignal): Promise<Ran> {
  const holder = randomUUID()
  const deadline = performance.now() + longestWait
  for (let tries = 0; ; tries++) {
    const ran = await runJob(job, { holder, at, evenIfNotDue: true, signal })
    if (ran.state === 'ran' || signal.aborted || performance.now() > deadline) return ran
    if (tries === 0) console.error(`Another process is running ${job.name}. Waiting for it.`)
    await sleep(pause)
  }
}
