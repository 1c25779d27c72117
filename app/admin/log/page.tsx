import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { adminOnly } from '@/app/admin/admin-only'
import { AdminHead } from '@/components/admin/admin-head'
import { ModerationLog } from '@/components/moderation/log'
import { listAdminLog } from '@/db/moderation'
import { logOnPage } from '@/lib/admin-bounds'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Log', robots: { index: false } }

export default async function LogPage({ searchParams }: PageInput) {
  const { adminId } = await adminOnly('/admin/log')
  const asked = oneValue(await searchParams, 'before')
  if (asked !== null && !/^\d{1,15}$/.test(asked)) notFound()
  const { lines, next } = await listAdminLog(adminId, {
    before: asked === null ? null : Number(asked),
    limit: logOnPage,
  })
  return (
    <main id="main" className="wrap sheet">
      <AdminHead title="Log" here="/admin/log" tally="what moderators and admins did, times in UTC" />
      <div className="across">
        {lines.length > 0 && <ModerationLog lines={lines} now={Date.now()} />}
        {lines.length === 0 && (
          <p className="enough">{asked === null ? 'Nobody has done anything yet.' : 'There is nothing earlier.'}</p>
        )}
        {next !== null && (
          <a className="more" href={`/admin/log?before=${next}`}>
            Earlier
          </a>
        )}
      </div>
    </main>
  )
}
