import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/auth'
import { otherSites } from '@/auth/ways'
import { FormField } from '@/components/form-field'
import { FormMessage } from '@/components/form-message'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import { safeNext } from '@/lib/next-path'
import { oneValue, type PageInput } from '@/lib/query'
import { hasMail } from '@/mail'
import { signInNews } from './news'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: PageInput) {
  const query = await searchParams
  const flash = await getFlash(query)
  const next = safeNext(oneValue(query, 'next') ?? flash?.values.next)
  if (await getViewer()) redirect(next)
  const back = <input type="hidden" name="next" value={next} />
  return (
    <main id="main" className="narrow">
      <h1>Sign in</h1>
      <p>To vote and comment. Reading needs no account.</p>
      <FormMessage flash={flash}>{signInNews(query)}</FormMessage>
      <form action="/api/signin" method="post">
        {back}
        <FormField
          name="name"
          label={hasMail ? 'Name or e-mail' : 'Name'}
          flash={flash}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <FormField
          name="password"
          label="Password"
          flash={flash}
          aside={
            hasMail && (
              <a href="/recover" className="quiet">
                Forgot it?
              </a>
            )
          }
          type="password"
          autoComplete="current-password"
          required
        />
        <button type="submit" className="button">
          Sign in
        </button>
      </form>
      {hasMail && (
        <>
          <p className="or">or without a password</p>
          <form action="/api/signin/letter" method="post">
            {back}
            <FormField name="email" label="E-mail" flash={flash} type="email" autoComplete="email" required />
            <button type="submit" className="button plain">
              Send me a link
            </button>
          </form>
        </>
      )}
      {otherSites.length > 0 && (
        <>
          <p className="or">or with</p>
          <form action="/api/signin/site" method="post" className="ways">
            {back}
            {otherSites.map(({ id, name }) => (
              <button key={id} type="submit" name="site" value={id} className="button plain">
                {name}
              </button>
            ))}
          </form>
        </>
      )}
      <p className="after">{newcomers(next)}</p>
    </main>
  )
}

function newcomers(next: string) {
  if (env.SIGNUP === 'closed') return 'New accounts are closed here.'
  if (env.SIGNUP === 'invite') return 'New accounts need an invitation: ask somebody who moderates here.'
  const address = next === '/' ? '/signup' : `/signup?${new URLSearchParams({ next })}`
  return (
    <>
      New here?{' '}
      <a className="link" href={address}>
        Make an account
      </a>
      . It takes a name and a password.
    </>
  )
}
