import { planNow } from '@/app/admin/plan'
import { listJobLines } from '@/db/job-lines'
import { listJobRuns } from '@/db/jobs'
import { door } from '@/door'
import { runsShown } from '@/lib/admin-bounds'

/** The jobs and their last runs: what the admin's page looks at again and again. */
export const GET = door({ who: 'admin', limit: 'read' }, async ({ adminId }) => {
  const now = Date.now()
  const [jobs, runs] = await Promise.all([listJobLines(adminId, planNow(), now), listJobRuns(runsShown)])
  return { now, jobs, runs }
})
