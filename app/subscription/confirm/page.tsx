import type { Metadata } from 'next'
import { LinkPage } from '@/components/link-page'
import { getReaderToConfirm } from '@/db/subscriptions'
import { getFlash } from '@/door/flash'
import { timeInWords } from '@/lib/letter-words'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Papers by e-mail', robots: { index: false }, referrer: 'same-origin' }

export default async function ConfirmSubscriptionPage({ searchParams }: PageInput) {
  const query = await searchParams
  const token = oneValue(query, 'token') ?? ''
  const reader = await getReaderToConfirm(token, Date.now())
  return (
    <LinkPage
      title="Papers by e-mail"
      flash={reader ? await getFlash(query) : null}
      works={reader !== null}
      again="/subscription"
      says={
        reader && `To ${reader.email}, ${timeInWords(reader.chosen)}. You can change all of it, or stop, at any time.`
      }
      action="/api/subscriptions/confirm"
      sends={{ token }}
      button="Yes, send them"
    />
  )
}
