import { FormMessage } from '@/components/form-message'
import { AlreadyHere } from '@/components/submit/already-here'
import { AskForm } from '@/components/submit/ask-form'
import { ListForm } from '@/components/submit/list-form'
import { ShownPaper } from '@/components/submit/shown-paper'
import { YoursToday } from '@/components/submit/yours-today'
import type { Outlook, OwnSubmission } from '@/db/submission-outlook'
import { formatDay } from '@/lib/days'
import type { Flash } from '@/lib/flash'
import { dayTitle } from '@/lib/list-titles'
import { allowanceInWords, isUsedUp } from '@/lib/submission-limit'
import { ordinal } from '@/lib/text'
import type { ShownPaper as Shown } from './find-paper'
import type { Step } from './read-step'

type Props = {
  asked: string
  step: Step
  outlook: Outlook
  flash: Flash | null
  yours: OwnSubmission[]
  isTakenBack: boolean
}

/** The form that asks, and beneath it what came of it. */
export function Steps({ asked, step, outlook, flash, yours, isTakenBack }: Props) {
  const ofYours = flash?.part === 'yours' ? flash : null
  const ofForm = flash && !ofYours ? flash : null
  const refused = 'refused' in step ? step.refused : null
  return (
    <>
      <AskForm key={asked} asked={asked} refused={refused ?? ofForm?.fields.paperId ?? null} isSignedIn />
      {step.at === 'listed' && <AlreadyHere {...step} />}
      {step.at === 'start' && ofForm && !ofForm.fields.paperId && <FormMessage flash={ofForm} />}
      {step.at === 'found' && (
        <section className="part" aria-labelledby="is">
          <div className="bar hung">
            <h2 id="is">Is this it?</h2>
            <span className="hint">{originOf(step.paper)}</span>
          </div>
          <div className="text check">
            <ShownPaper paper={step.paper} />
          </div>
          <Listing asked={asked} link={null} outlook={outlook} flash={ofForm} />
        </section>
      )}
      {step.at === 'type' && (
        <section className="part" aria-labelledby="type">
          <div className="bar hung">
            <h2 id="type">Fill it in yourself</h2>
          </div>
          <Listing asked={asked} link={step.link} outlook={outlook} flash={ofForm} />
        </section>
      )}
      {asked === '' && <YoursToday papers={yours} flash={ofYours} isTakenBack={isTakenBack} />}
    </>
  )
}

type ListingProps = { asked: string; link: string | null; outlook: Outlook; flash: Flash | null }

/** Where it will be, and the way there; or when there is one again. */
function Listing({ asked, link, outlook, flash }: ListingProps) {
  const { day, papers, nextDay, allowance } = outlook
  if (isUsedUp(allowance)) {
    return <p className="lands text">You have submitted {allowanceInWords(allowance, formatDay(nextDay))}.</p>
  }
  return (
    <>
      <p className="lands text">
        It goes on <b>{formatDay(day)}</b>, as the {ordinal(papers + 1)} paper of the day.
      </p>
      <ListForm asked={asked} day={day} dayName={dayTitle(day, day).replace(/^\w+, /, '')} link={link} flash={flash} />
    </>
  )
}

function originOf({ source }: Shown): string {
  const names = { arxiv: 'from arXiv', doi: 'from Crossref', openreview: 'from OpenReview', page: 'known here already' }
  return names[source]
}
