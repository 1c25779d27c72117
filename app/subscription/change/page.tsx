import type { Metadata } from 'next'
import { NewestLetter } from '@/app/subscription/newest-letter'
import { FormMessage } from '@/components/form-message'
import { LetterChoices } from '@/components/letter/choices'
import { KeepChoices } from '@/components/letter/keep-choices'
import { getReaderByToken, type Reader } from '@/db/subscriptions'
import { getFlash } from '@/door/flash'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your letter', robots: { index: false }, referrer: 'same-origin' }

export default async function ChangePage({ searchParams }: PageInput) {
  const query = await searchParams
  const token = oneValue(query, 'token') ?? ''
  const reader = await getReaderByToken(token, 'change')
  if (!reader) return <NewestLetter />
  if (reader.state !== 'active') return <NoLetters {...reader} />
  const flash = await getFlash(query)
  const { email, chosen, nextAt } = reader
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>Your letter</h1>
          <p className="tally">{email}</p>
        </div>
      </div>
      <form className="text after-head" action="/api/subscriptions/change" method="post">
        <input type="hidden" name="token" value={token} />
        <FormMessage flash={flash}>{news[oneValue(query, 'saved') ?? '']}</FormMessage>
        <div className="rows">
          <LetterChoices part="letter" chosen={chosen} flash={flash} />
        </div>
        <KeepChoices nextAt={nextAt} timezone={chosen.timezone} />
        <p className="hint">The link at the foot of each letter stops them.</p>
      </form>
    </main>
  )
}

const news: Record<string, string> = {
  confirmed: 'Your address is confirmed. Choose what comes, or leave it as it is.',
  choices: 'Kept.',
}

function NoLetters({ email, state }: Reader) {
  return (
    <main id="main" className="narrow">
      <h1>No letters now</h1>
      <p>
        {state === 'refused'
          ? `Letters to ${email} came back, so they stopped.`
          : `None go to ${email}, so there is nothing to choose.`}
      </p>
      <p className="after">
        <a className="link" href="/subscription">
          Subscribe again
        </a>
      </p>
    </main>
  )
}
