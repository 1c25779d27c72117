import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getSignedIn } from '@/auth'
import { AboutSubmitting } from '@/components/submit/about-submitting'
import { AskForm } from '@/components/submit/ask-form'
import { getOutlook, listSubmittedToday } from '@/db/submission-outlook'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import { formatDay } from '@/lib/days'
import { signInPath } from '@/lib/next-path'
import { oneValue, type PageInput, type Query } from '@/lib/query'
import { allowanceInWords, ruleInWords } from '@/lib/submission-limit'
import { submitPath } from '@/lib/submission-path'
import { maySubmit } from './may-submit'
import { readStep } from './read-step'
import { Steps } from './steps'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Submit a paper', robots: { index: false } }

export default async function SubmitPage({ searchParams }: PageInput) {
  const query = await searchParams
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Submit a paper</h1>
        </div>
      </div>
      <Submitting query={query} asked={(oneValue(query, 'q') ?? '').trim()} />
    </main>
  )
}

async function Submitting({ query, asked }: { query: Query; asked: string }) {
  const signedIn = await getSignedIn(await headers())
  if (!signedIn && asked !== '') redirect(signInPath(submitPath(asked)))
  if (signedIn ? !maySubmit(signedIn.viewer) : env.SUBMIT === 'moderators') return <ModeratorsOnly />
  if (!signedIn) {
    return (
      <>
        <AskForm asked="" refused={null} isSignedIn={false} />
        <AboutSubmitting allowance={null} rule={ruleInWords()} />
      </>
    )
  }
  const { userId, viewer } = signedIn
  const now = Date.now()
  const [step, flash] = await Promise.all([readStep(asked, userId, now), getFlash(query)])
  // After the step, which may have waited for a service: the day of now.
  const [outlook, yours] = await Promise.all([getOutlook(userId, Date.now()), listSubmittedToday(userId, Date.now())])
  const allowance = allowanceInWords(outlook.allowance, formatDay(outlook.nextDay))
  return (
    <>
      <div>
        <Steps
          asked={asked}
          step={step}
          outlook={outlook}
          flash={flash}
          yours={yours}
          isTakenBack={oneValue(query, 'done') === 'takenback'}
        />
      </div>
      <AboutSubmitting
        allowance={allowance}
        rule={viewer.role === 'member' ? ruleInWords() : `Moderators may submit ${outlook.allowance.of} a day.`}
      />
    </>
  )
}

function ModeratorsOnly() {
  return (
    <div className="empty">
      <h2>Moderators choose the papers here.</h2>
      <p>
        You choose how they rank: vote for those that you would pass on. Whoever runs the site can let members submit.
      </p>
    </div>
  )
}
