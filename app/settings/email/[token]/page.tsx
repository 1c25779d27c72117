import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/auth'
import { FormMessage } from '@/components/form-message'
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
    <main id="main" className="narrow">
      <h1>Your address</h1>
      <FormMessage flash={flash} />
      {email ? (
        <>
          <p>
            {email} is the address of {viewer.name}?
          </p>
          <form action="/api/settings/email/confirm" method="post">
            <input type="hidden" name="token" value={token} />
            <button type="submit" className="button">
              Yes, it is mine
            </button>
          </form>
        </>
      ) : (
        <p>
          This link was used or has run out.{' '}
          <a className="link" href="/settings#email">
            Ask for another
          </a>
          .
        </p>
      )}
    </main>
  )
}
