import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LetterPreview } from '@/components/letter/preview'
import { listIssuePapers } from '@/db/letters'
import { env, feedClock } from '@/env'
import { renderDigest } from '@/lib/digest-letter'
import { issueTitle } from '@/lib/digest-words'
import { hasClosed, type IssueScope, issueOfSegment, scopeOfIssue } from '@/lib/letter-issue'
import { rolloverInWords } from '@/lib/list-titles'
import type { PageInput } from '@/lib/query'
import { withDefaults } from '@/lib/subscription-schema'
import { site } from '@/mail'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ issue: string }>

export async function generateMetadata({ params }: Input): Promise<Metadata> {
  const found = await readIssue((await params).issue)
  if (!found) return {}
  const title = `The letter of ${issueTitle(found.scope, true)}`
  return { title, description: found.letter?.subject, robots: { index: false } }
}

/** The letter of a day or week as readers get it who chose nothing in particular. */
export default async function DigestPage({ params }: Input) {
  const found = await readIssue((await params).issue)
  if (!found) notFound()
  const { scope, isOpen, letter } = found
  const list = `/papers/${scope.of === 'day' ? 'date' : 'week'}/${scope.value}`
  return (
    <main id="main" className="wrap sheet" tabIndex={-1} data-letter={letter ? scope.value : undefined}>
      <div className="dayhead titled">
        <div className="line">
          <h1>The letter</h1>
          <p className="tally">of {issueTitle(scope, true)}</p>
        </div>
      </div>
      <div className="text after-head">
        {letter ? (
          <LetterPreview
            {...letter}
            hint="As it goes out to readers who chose nothing in particular, with the votes as they stand now."
          />
        ) : (
          <p>
            {isOpen ? stillOpen(scope) : `Nothing was listed in that ${scope.of}, so there was no letter.`}{' '}
            <a className="link" href={list}>
              The {scope.of} on the site
            </a>
          </p>
        )}
      </div>
    </main>
  )
}

/** Read once for the page and its metadata. */
const readIssue = cache(async (segment: string) => {
  const issue = issueOfSegment(segment)
  const scope = issue && scopeOfIssue(issue)
  if (!scope) return null
  const isOpen = !hasClosed(issue, Date.now(), feedClock)
  const choices = withDefaults({ frequency: scope.of === 'day' ? 'daily' : 'weekly' }, env.FEED_TIMEZONE)
  const letter = isOpen ? null : renderDigest(site, issue, await listIssuePapers(issue), choices, 'anybody')
  return { scope, isOpen, letter }
})

function stillOpen({ of }: IssueScope): string {
  return `That ${of} is not over. Its letter goes out once it is, after ${rolloverInWords(feedClock)}.`
}
