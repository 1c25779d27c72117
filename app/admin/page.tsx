import type { Metadata } from 'next'
import { adminOnly } from '@/app/admin/admin-only'
import { planNow } from '@/app/admin/plan'
import { siteFacts } from '@/app/admin/site-facts'
import { AdminHead } from '@/components/admin/admin-head'
import { Charts } from '@/components/admin/charts'
import { JobsPart } from '@/components/admin/jobs-part'
import { SitePart } from '@/components/admin/site-part'
import { ModerationLog } from '@/components/moderation/log'
import { listJobLines } from '@/db/job-lines'
import { listJobRuns } from '@/db/jobs'
import { listAdminLog } from '@/db/moderation'
import type { SiteFacts } from '@/db/types'
import { getFlash } from '@/door/flash'
import { logOnOverview, runsShown } from '@/lib/admin-bounds'
import { formatMinute } from '@/lib/hours'
import { lengthInWords } from '@/lib/job-words'
import { oneValue, type PageInput } from '@/lib/query'
import { bytesInWords } from '@/lib/text'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Admin', robots: { index: false } }

export default async function AdminPage({ searchParams }: PageInput) {
  const { adminId } = await adminOnly('/admin')
  const query = await searchParams
  const now = Date.now()
  const plan = planNow()
  const [facts, jobs, runs, log, flash] = await Promise.all([
    siteFacts(adminId, now),
    listJobLines(adminId, plan, now),
    listJobRuns(runsShown),
    listAdminLog(adminId, { before: null, limit: logOnOverview }),
    getFlash(query),
  ])
  const asked = oneValue(query, 'asked')
  return (
    <main id="main" className="wrap sheet">
      <AdminHead title="Admin" here="/admin" tally={tallyOf(facts)} />
      <div className="across">
        <Charts figures={facts.days} />
        <JobsPart
          now={now}
          jobs={jobs}
          runs={runs}
          flash={flash?.part === 'jobs' ? flash : null}
          asked={plan.some(({ name }) => name === asked) ? asked : null}
        />
        <SitePart {...facts} />
        <section className="part" aria-labelledby="log-title">
          <div className="bar hung">
            <h2 id="log-title">Log</h2>
            <span className="hint">what moderators and admins did</span>
          </div>
          {log.lines.length > 0 && <ModerationLog lines={log.lines} now={now} />}
          {log.lines.length === 0 && <p className="enough">Nothing yet.</p>}
          {log.next !== null && (
            <a className="more" href={`/admin/log?before=${log.next}`}>
              Earlier
            </a>
          )}
        </section>
      </div>
    </main>
  )
}

function tallyOf({ now, startedAt, version, databaseBytes }: SiteFacts): string {
  const parts = [
    `${formatMinute(now)} UTC`,
    `up ${lengthInWords(now - startedAt)}`,
    `version ${version}`,
    databaseBytes !== null && `database ${bytesInWords(databaseBytes)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
