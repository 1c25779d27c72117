import type { Metadata } from 'next'
import { NewestLetter } from '@/app/subscription/newest-letter'
import { LinkPage } from '@/components/link-page'
import { getReaderByToken } from '@/db/subscriptions'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'No more letters', robots: { index: false }, referrer: 'same-origin' }

/** Opening it leaves nothing, as mail scanners open every link: the button does. */
export default async function LeavePage({ searchParams }: PageInput) {
  const token = oneValue(await searchParams, 'token') ?? ''
  const reader = await getReaderByToken(token, 'leave')
  if (!reader) return <NewestLetter />
  if (reader.state === 'left') return <Left email={reader.email} />
  return (
    <LinkPage
      title="No more letters?"
      works
      again="/subscription"
      says={`None will come to ${reader.email} from now on.`}
      action="/api/subscriptions/leave"
      sends={{ token }}
      button="Stop them"
    />
  )
}

function Left({ email }: { email: string }) {
  return (
    <main id="main" className="narrow">
      <h1>No more letters</h1>
      <p>None will come to {email}. Thank you for having read them.</p>
      <p className="after">
        Pressed by mistake?{' '}
        <a className="link" href="/subscription">
          Subscribe again
        </a>
      </p>
    </main>
  )
}
