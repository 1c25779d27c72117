import type { Metadata } from 'next'
import { getViewer } from '@/auth'
import { FormMessage } from '@/components/form-message'
import { NameAndPassword } from '@/components/name-and-password'
import { hasAdmin } from '@/db/first-admin'
import { getLink } from '@/db/one-time-links'
import { getFlash } from '@/door/flash'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'The first admin', robots: { index: false }, referrer: 'same-origin' }

/** The link that the server prints while nobody is admin. Opening it changes nothing; the button does. */
export default async function ClaimPage({ params, searchParams }: PageInput<{ token: string }>) {
  const { token } = await params
  const flash = await getFlash(await searchParams)
  const viewer = await getViewer()
  const works = !(await hasAdmin()) && (await getLink({ purpose: 'admin', token }, Date.now())) !== null
  return (
    <main id="main" className="narrow">
      <h1>The first admin</h1>
      <FormMessage flash={flash} />
      {works ? (
        <>
          <p>Nobody runs this site yet. {viewer ? `You are ${viewer.name}.` : 'Make the account that does.'}</p>
          <form action="/api/claim" method="post">
            <input type="hidden" name="token" value={token} />
            {!viewer && <NameAndPassword flash={flash} />}
            <button type="submit" className="button">
              Become the admin
            </button>
          </form>
        </>
      ) : (
        <p>This link does not work: it was used, has run out, or there is an admin already.</p>
      )}
    </main>
  )
}
