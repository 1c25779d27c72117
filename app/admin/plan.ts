import type { Planned } from '@/db/job-lines'
import { jobs } from '@/jobs/all'

/** The jobs there are, with why those that are off are. */
export function planNow(): Planned[] {
  return jobs.map(({ name, every, sooner, isOff }) => ({
    name,
    every,
    sooner: sooner !== undefined,
    off: isOff?.() ?? null,
  }))
}
