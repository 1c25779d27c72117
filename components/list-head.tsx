import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** A neighbouring list. */
export type Step = { href: string; label: string }

type Props = {
  title: string
  previous: Step | null
  next: Step | null
  /** What lists of this kind are: `No later day`. */
  kind: 'day' | 'week' | 'month'
  /** Opens the month. */
  calendar: ReactNode
  /** What the right end says: how much there is, and the orders. */
  children: ReactNode
}

/** The head of a list: its date is the headline and the way to other dates. */
export function ListHead({ title, previous, next, kind, calendar, children }: Props) {
  return (
    <div className="dayhead">
      <div className="line">
        <StepLink rel="prev" step={previous} none={`No earlier ${kind}`} />
        <h1>{title}</h1>
        <div className="steps">
          <StepLink rel="next" step={next} none={`No later ${kind}`} />
          {calendar}
        </div>
        <div className="side">{children}</div>
      </div>
    </div>
  )
}

function StepLink({ rel, step, none }: { rel: 'prev' | 'next'; step: Step | null; none: string }) {
  const Icon = rel === 'prev' ? ChevronLeft : ChevronRight
  const icon = <Icon className="icon turns" aria-hidden="true" />
  if (!step) {
    return (
      <span className="step off">
        <span className="hidden">{none}</span>
        {icon}
      </span>
    )
  }
  return (
    <a className="step" rel={rel} href={step.href} aria-label={step.label}>
      {icon}
    </a>
  )
}
