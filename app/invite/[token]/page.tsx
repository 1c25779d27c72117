import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/auth'
import { SignUpForm } from '@/components/sign-up-form'
import { getLink } from '@/db/one-time-links'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import type { PageInput } from '@/lib/query'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'You are invited', robots: { index: false }, referrer: 'same-origin' }

export default async function InvitePage({ params, searchParams }: PageInput<{ token: string }>) {
  const { token } = await params
  if (await getViewer()) redirect('/')
  const works = env.SIGNUP !== 'closed' && (await getLink({ purpose: 'invite', token }, Date.now())) !== null
  return (
    <main id="main" className="narrow">
      <h1>You are invited</h1>
      {works ? (
        <SignUpForm flash={await getFlash(await searchParams)} next="/" asksEmail={hasMail} invite={token} />
      ) : (
        <p>This invitation was used or has run out. Ask for another one.</p>
      )}
    </main>
  )
}
