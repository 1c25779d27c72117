import { planNow } from '@/app/admin/plan'
import { listJobLines } from '@/db/job-lines'
import { listJobRuns } from '@/db/jobs'
import { door } from '@/door'
import { runsShown } from '@/lib/admin-bounds'
import { jobsAnswer } from '@/lib/api-admin'

/** The jobs and their last runs: what the admin's page looks at again and again. */
export const GET = door(
  { who: 'admin', limit: 'read', api: { says: 'The jobs and their last runs.', answer: jobsAnswer } },
  async ({ adminId }) => {
    const now = Date.now()
    const [jobs, runs] = await Promise.all([listJobLines(adminId, planNow(), now), listJobRuns(runsShown)])
    return { now, jobs, runs }
  },
)
