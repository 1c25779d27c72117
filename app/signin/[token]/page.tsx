import type { Metadata } from 'next'
import { LinkPage } from '@/components/link-page'
import { getEmailOfToken } from '@/db/emails'
import { safeNext } from '@/lib/next-path'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'same-origin' }

export default async function OpenLetterPage({ params, searchParams }: PageInput<{ token: string }>) {
  const { token } = await params
  const next = oneValue(await searchParams, 'next')
  const email = await getEmailOfToken(token, Date.now())
  return (
    <LinkPage
      title="Sign in"
      works={email !== null}
      again="/signin"
      says={`With the address ${email}.`}
      action="/api/signin/open"
      sends={{ token, next: safeNext(next) }}
      button="Sign in"
    />
  )
}
