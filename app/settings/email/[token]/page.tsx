import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/auth'
import { LinkPage } from '@/components/link-page'
import { getEmailOfToken } from '@/db/emails'
import { getFlash } from '@/door/flash'
import { signInPath } from '@/lib/next-path'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your address', robots: { index: false }, referrer: 'same-origin' }

export default async function ConfirmEmailPage({ params, searchParams }: PageInput<{ token: string }>) {
  const { token } = await params
  const viewer = await getViewer()
  if (!viewer) redirect(signInPath(`/settings/email/${token}`))
  const flash = await getFlash(await searchParams)
  const email = await getEmailOfToken(token, Date.now())
  return (
    <LinkPage
      title="Your address"
      flash={flash}
      works={email !== null}
      again="/settings#email"
      says={`${email} is the address of ${viewer.name}?`}
      action="/api/settings/email/confirm"
      sends={{ token }}
      button="Yes, it is mine"
    />
  )
}
