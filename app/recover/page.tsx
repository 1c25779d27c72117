import type { Metadata } from 'next'
import { FormField } from '@/components/form-field'
import { FormMessage } from '@/components/form-message'
import { getFlash } from '@/door/flash'
import type { PageInput } from '@/lib/query'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'A new password', robots: { index: false } }

export default async function RecoverPage({ searchParams }: PageInput) {
  const query = await searchParams
  const flash = await getFlash(query)
  const sent =
    query.sent === 'letter' && 'If somebody here has that address, a letter is on its way. It works for an hour.'
  return (
    <main id="main" className="narrow">
      <h1>A new password</h1>
      <FormMessage flash={flash}>{sent}</FormMessage>
      {hasMail ? (
        <>
          <p>We send a link to the address of your account.</p>
          <form action="/api/recover" method="post">
            <FormField name="email" label="E-mail" flash={flash} type="email" autoComplete="email" required />
            <button type="submit" className="button">
              Send me a link
            </button>
          </form>
        </>
      ) : (
        <p>This site sends no mail. Ask its admin, who can set a new password for you.</p>
      )}
      <p className="after">
        <a className="link" href="/signin">
          Back to signing in
        </a>
      </p>
    </main>
  )
}
