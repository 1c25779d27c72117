import type { Metadata } from 'next'
import { getEmailOfToken } from '@/db/emails'
import { safeNext } from '@/lib/next-path'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'same-origin' }

/** Where a letter's link leads. Opening it uses nothing up, as mail scanners open every link: the button does. */
export default async function OpenLetterPage({ params, searchParams }: PageInput<{ token: string }>) {
  const { token } = await params
  const next = oneValue(await searchParams, 'next')
  const email = await getEmailOfToken(token, Date.now())
  return (
    <main id="main" className="narrow">
      <h1>Sign in</h1>
      {email ? (
        <>
          <p>With the address {email}.</p>
          <form action="/api/signin/open" method="post">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="next" value={safeNext(next)} />
            <button type="submit" className="button">
              Sign in
            </button>
          </form>
        </>
      ) : (
        <p>
          This link was used or has run out.{' '}
          <a className="link" href="/signin">
            Ask for another
          </a>
          .
        </p>
      )}
    </main>
  )
}
