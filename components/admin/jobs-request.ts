import { send } from '@/components/send'
import type { JobLine, JobRun } from '@/db/types'

export type JobsNow = { now: number; jobs: JobLine[]; runs: JobRun[] }

/** The jobs as they are now; null when the site does not say so, which the next look may change. */
export async function fetchJobs(): Promise<JobsNow | null> {
  try {
    const response = await fetch('/api/admin/jobs', { cache: 'no-store' })
    return response.ok ? await response.json() : null
  } catch (error) {
    if (error instanceof TypeError) return null // fetch throws it when no answer came
    throw error
  }
}

/** Asks for a run. @returns the job as it is now, or why not */
export function runNow(job: string) {
  return send<JobLine>('POST', `/api/admin/jobs/${job}/run`)
}
