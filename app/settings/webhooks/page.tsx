import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getSignedIn } from '@/auth'
import { WebhooksPage } from '@/components/webhooks/webhooks-page'
import { listDeliveries } from '@/db/delivery-log'
import { listWebhooks } from '@/db/webhooks'
import { getFlash } from '@/door/flash'
import { signInPath } from '@/lib/next-path'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your webhooks', robots: { index: false } }

const logLength = 10

export default async function OwnWebhooksPage({ searchParams }: PageInput) {
  const signedIn = await getSignedIn(await headers())
  if (!signedIn) redirect(signInPath('/settings/webhooks'))
  const query = await searchParams
  const webhooks = await listWebhooks({ of: 'person', userId: signedIn.userId })
  return (
    <WebhooksPage
      whose="person"
      title="Webhooks"
      says={
        <>
          {signedIn.viewer.name}, seen only by <span className="mine">you</span>
        </>
      }
      webhooks={webhooks}
      logs={
        await listDeliveries(
          webhooks.map(({ id }) => id),
          logLength,
        )
      }
      flash={await getFlash(query)}
      saved={oneValue(query, 'saved')}
      at={oneValue(query, 'at')}
      now={Date.now()}
    />
  )
}
