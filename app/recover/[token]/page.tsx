import type { Metadata } from 'next'
import { FormMessage } from '@/components/form-message'
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
    <main id="main" className="narrow">
      <h1>A new password</h1>
      <FormMessage flash={flash} />
      {works ? (
        <>
          <p>It signs you out everywhere else and revokes your tokens.</p>
          <form action="/api/recover/password" method="post">
            <input type="hidden" name="token" value={token} />
            <NewPassword flash={flash} label="New password" />
            <button type="submit" className="button">
              Keep it
            </button>
          </form>
        </>
      ) : (
        <p>
          This link was used or has run out.{' '}
          <a className="link" href="/recover">
            Ask for another
          </a>
          .
        </p>
      )}
    </main>
  )
}
