import type { Metadata } from 'next'
import { LinkPage } from '@/components/link-page'
import { NewPassword } from '@/components/name-and-password'
import { getLink } from '@/db/one-time-links'
import { getFlash } from '@/door/flash'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'A new password', robots: { index: false }, referrer: 'same-origin' }

export default async function NewPasswordPage({ params, searchParams }: PageInput<{ token: string }>) {
  const { token } = await params
  const flash = await getFlash(await searchParams)
  const works = (await getLink({ purpose: 'recover', token }, Date.now())) !== null
  return (
    <LinkPage
      title="A new password"
      flash={flash}
      works={works}
      again="/recover"
      says="It signs you out everywhere else and revokes your tokens."
      action="/api/recover/password"
      sends={{ token }}
      button="Keep it"
    >
      <NewPassword flash={flash} label="New password" />
    </LinkPage>
  )
}
