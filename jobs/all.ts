import type { Job } from '@/jobs/job'
import { prune } from '@/jobs/prune'
import { hourLength } from '@/lib/hours'

/** All jobs, one line each. */
export const jobs: readonly Job[] = [
  {
    name: 'clean-up',
    every: hourLength,
    run: async ({ now }) => {
      await prune(now)
      return 'removed what had run out'
    },
  },
]
