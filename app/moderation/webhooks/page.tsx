import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { readWebhooks } from '@/app/settings/webhooks/read-webhooks'
import { getSignedIn } from '@/auth'
import { WebhooksPage } from '@/components/webhooks/webhooks-page'
import { signInPath } from '@/lib/next-path'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'The site’s webhooks', robots: { index: false } }

export default async function SiteWebhooksPage({ searchParams }: PageInput) {
  const signedIn = await getSignedIn(await headers())
  if (!signedIn) redirect(signInPath('/moderation/webhooks'))
  if (!signedIn.moderatorId) notFound()
  return (
    <WebhooksPage
      whose="site"
      title="The site’s webhooks"
      says="kept by all moderators"
      {...(await readWebhooks({ of: 'site', moderatorId: signedIn.moderatorId }, searchParams))}
    />
  )
}
