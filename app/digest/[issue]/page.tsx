import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { readIssue } from '@/app/digest/read-issue'
import { LetterPreview } from '@/components/letter/preview'
import { feedClock } from '@/env'
import { issueTitle } from '@/lib/digest-words'
import type { IssueScope } from '@/lib/letter-issue'
import { rolloverInWords } from '@/lib/list-titles'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ issue: string }>

export async function generateMetadata({ params }: Input): Promise<Metadata> {
  const found = await readOnce((await params).issue)
  if (!found) return {}
  const title = `The letter of ${issueTitle(found.scope, true)}`
  return { title, description: found.letter?.subject, robots: { index: false } }
}

/** The letter of a day or week as readers get it who chose nothing in particular. */
export default async function DigestPage({ params }: Input) {
  const found = await readOnce((await params).issue)
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
const readOnce = cache(readIssue)

function stillOpen({ of }: IssueScope): string {
  return `That ${of} is not over. Its letter goes out once it is, after ${rolloverInWords(feedClock)}.`
}
