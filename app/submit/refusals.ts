import type { FoundHere } from '@/app/submit/find-paper'
import type { Submitted } from '@/db/submissions'
import { refuse } from '@/door'
import { formatDay } from '@/lib/days'
import { allowanceInWords } from '@/lib/submission-limit'
import type { Outside, OutsideKind } from '@/outside/polite'

type NotFound = Extract<FoundHere, { ok: false }>
type NotSubmitted = Extract<Submitted, { ok: false }>

export const unreadable = 'That is no address or id of a paper.'

const statuses: Record<OutsideKind, number> = { missing: 404, slow: 504, down: 502, busy: 503, broken: 502 }

/** Why there is nothing to submit, for the field that named it. */
export function refuseUnfound(not: NotFound, field = 'paperId'): Response {
  if (not.why === 'unreadable') return refuse(400, unreadable, { [field]: unreadable })
  if (not.why === 'page') {
    const error = 'No service tells of that page: give its title and its authors, and its abstract if it has one.'
    return refuse(400, error, { title: 'Give its title.', authors: 'Name its authors, one a line.' })
  }
  const error = failureInWords(not.outside, not.canType)
  const response = refuse(statuses[not.outside.kind], error, { [field]: error })
  if (not.outside.retryAfter !== null) response.headers.set('Retry-After', String(Math.ceil(not.outside.retryAfter)))
  return response
}

/** What went wrong with a service, and what to do. */
export function failureInWords({ kind, message }: Outside, canType: boolean): string {
  if (!canType) return `${message} Look whether the address is whole.`
  return kind === 'missing' ? `${message} Fill it in yourself.` : `${message} Try again, or fill it in yourself.`
}

/** Why a paper was not put on the list. */
export function refuseSubmission(not: NotSubmitted): Response {
  const { status, field } = answers[not.error]
  const words = refusalInWords(not)
  return refuse(status, words, { [field]: words })
}

export function refusalInWords(not: NotSubmitted): string {
  switch (not.error) {
    case 'listed':
      return `It is here already, on the list of ${formatDay(not.day)}.`
    case 'taken off':
      return 'A moderator took it off the list. The moderation log says why; only a moderator can put it back.'
    case 'withdrawn':
      return 'Its authors have withdrawn it.'
    case 'no such paper':
      return unreadable
    case 'used up':
      return `You have submitted ${allowanceInWords(not.allowance, formatDay(not.nextDay))}.`
    case 'another day':
      return `A new day has begun here. It would be on ${formatDay(not.day)}: send it again if that is fine.`
  }
}

const answers: Record<NotSubmitted['error'], { status: number; field: string }> = {
  listed: { status: 409, field: 'paperId' },
  'taken off': { status: 409, field: 'paperId' },
  withdrawn: { status: 409, field: 'paperId' },
  'no such paper': { status: 404, field: 'paperId' },
  'used up': { status: 429, field: 'paperId' },
  'another day': { status: 409, field: 'day' },
}
