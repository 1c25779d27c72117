import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormMessage } from '@/components/form-message'
import { LetterChoices } from '@/components/letter/choices'
import { SettingsRow } from '@/components/settings/row'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import type { PageInput } from '@/lib/query'
import { withDefaults } from '@/lib/subscription-schema'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'Papers by e-mail',
  description: 'The papers of each day or week by mail, as many and of the kind that you choose.',
}

/** Where the papers are asked for by mail with all that can be chosen, and what a form without JavaScript leads to. */
export default async function SubscriptionPage({ searchParams }: PageInput) {
  if (!hasMail) notFound()
  const query = await searchParams
  if (query.sent === 'letter') return <LookInYourMail />
  const flash = await getFlash(query)
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>Papers by e-mail</h1>
        </div>
      </div>
      <form className="text after-head" action="/api/subscriptions" method="post">
        <p>The papers of each day or week in the order they ended in, at the hour you choose. One click to stop.</p>
        <FormMessage flash={flash} />
        <div className="rows">
          <SettingsRow
            part="letter"
            name="email"
            label="Your e-mail"
            flash={flash}
            type="email"
            autoComplete="email"
            required
            hint="For nothing but the letters. A link comes first, to confirm it."
          />
          <LetterChoices part="letter" chosen={withDefaults({}, env.FEED_TIMEZONE)} guessesZone flash={flash} />
        </div>
        <button type="submit" className="button">
          Subscribe
        </button>
      </form>
    </main>
  )
}

function LookInYourMail() {
  return (
    <main id="main" className="narrow">
      <h1>Look in your mail</h1>
      <p>A letter with a link is on its way. Press the button behind the link, and the papers come.</p>
      <p>Nothing there after some minutes? It may lie among the spam, or the address had a slip in it.</p>
      <p className="after">
        <a className="link" href="/subscription">
          Ask once more
        </a>{' '}
        or{' '}
        <a className="link" href="/">
          go back to the papers
        </a>
      </p>
    </main>
  )
}
