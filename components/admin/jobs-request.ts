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
export async function runNow(job: string): Promise<{ ok: true; line: JobLine } | { ok: false; error: string }> {
  try {
    const response = await fetch(`/api/admin/jobs/${job}/run`, { method: 'POST' })
    if (response.ok) return { ok: true, line: await response.json() }
    const answer: { error?: string } = await response.json().catch(() => ({})) // a proxy's page is no JSON
    return { ok: false, error: answer.error ?? 'The site is not well. Try again.' }
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, error: 'The site does not answer. Try again.' }
    throw error
  }
}
