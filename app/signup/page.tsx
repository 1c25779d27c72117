import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/auth'
import { SignUpForm } from '@/components/sign-up-form'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import { safeNext } from '@/lib/next-path'
import { oneValue, type PageInput } from '@/lib/query'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Make an account', robots: { index: false } }

export default async function SignUpPage({ searchParams }: PageInput) {
  const query = await searchParams
  const flash = await getFlash(query)
  const next = safeNext(oneValue(query, 'next') ?? null)
  if (await getViewer()) redirect(next)
  return (
    <main id="main" className="narrow">
      <h1>Make an account</h1>
      {env.SIGNUP === 'open' && <SignUpForm flash={flash} next={next} asksEmail={hasMail} />}
      {env.SIGNUP === 'invite' && <p>That needs an invitation here: ask somebody who moderates for a link.</p>}
      {env.SIGNUP === 'closed' && <p>New accounts are closed here. Reading needs none.</p>}
      <p className="after">
        Been here before?{' '}
        <a className="link" href="/signin">
          Sign in
        </a>
        .
      </p>
    </main>
  )
}
