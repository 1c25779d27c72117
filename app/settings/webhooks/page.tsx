import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readWebhooks } from '@/app/settings/webhooks/read-webhooks'
import { getSignedIn } from '@/auth'
import { WebhooksPage } from '@/components/webhooks/webhooks-page'
import { signInPath } from '@/lib/next-path'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your webhooks', robots: { index: false } }

export default async function OwnWebhooksPage({ searchParams }: PageInput) {
  const signedIn = await getSignedIn(await headers())
  if (!signedIn) redirect(signInPath('/settings/webhooks'))
  return (
    <WebhooksPage
      whose="person"
      title="Webhooks"
      says={
        <>
          {signedIn.viewer.name}, seen only by <span className="mine">you</span>
        </>
      }
      {...(await readWebhooks({ of: 'person', userId: signedIn.userId }, searchParams))}
    />
  )
}
