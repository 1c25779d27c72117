import { planNow } from '@/app/admin/plan'
import { siteFacts } from '@/app/admin/site-facts'
import { listJobLines } from '@/db/job-lines'
import { door } from '@/door'
import { siteAnswer } from '@/lib/api-admin'

/** What /admin shows, for programs that watch over the site. */
export const GET = door(
  { who: 'admin', limit: 'read', api: { says: 'How the site is.', answer: siteAnswer } },
  async ({ adminId }) => {
    const now = Date.now()
    const [facts, jobs] = await Promise.all([siteFacts(adminId, now), listJobLines(adminId, planNow(), now)])
    return { ...facts, jobs }
  },
)
