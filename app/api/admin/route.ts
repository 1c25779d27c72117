import { planNow } from '@/app/admin/plan'
import { siteFacts } from '@/app/admin/site-facts'
import { listJobLines } from '@/db/job-lines'
import { door } from '@/door'

/** What /admin shows, for programs that watch over the site. */
export const GET = door({ who: 'admin', limit: 'read' }, async ({ adminId }) => {
  const now = Date.now()
  const [facts, jobs] = await Promise.all([siteFacts(adminId, now), listJobLines(adminId, planNow(), now)])
  return { ...facts, jobs }
})
