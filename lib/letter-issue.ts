import { addDays, type FeedClock, feedDay, isDay, parseWeek, weekdayOf, weekOf } from '@/lib/days'

/* An issue is a day or a week of which letters tell: 'daily:2026-06-02' or 'weekly:2026-W23'. */

export type Frequency = 'daily' | 'weekly'

/** The list that an issue tells of, as reads of db/ take it. */
export type IssueScope = { of: 'day' | 'week'; value: string }

/**
 * The last feed day, or ISO week of feed days, that has closed at an instant. Votes still come after that, so a letter
 * tells the order in which the day stands when it is made.
 */
export function issueAt(frequency: Frequency, at: number, clock: FeedClock): string {
  const today = feedDay(at, clock)
  if (frequency === 'daily') return `daily:${addDays(today, -1)}`
  return `weekly:${weekOf(addDays(today, -weekdayOf(today)))}`
}

/** Whether the day or week has closed at an instant: while it has not, there is no letter about it. */
export function hasClosed(issue: string, at: number, clock: FeedClock): boolean {
  const scope = scopeOfIssue(issue)
  if (!scope) return false
  const open = feedDay(at, clock)
  return scope.value < (scope.of === 'day' ? open : weekOf(open))
}

/** Null when it is no issue. */
export function scopeOfIssue(issue: string): IssueScope | null {
  const [, frequency, value = ''] = /^(daily|weekly):([\dW-]{8,10})$/.exec(issue) ?? []
  if (frequency === 'daily') return isDay(value) ? { of: 'day', value } : null
  return frequency === 'weekly' && parseWeek(value) ? { of: 'week', value } : null
}

/** The issue that an address names by its day or week, as in /digest/2026-06-02; null when it names none. */
export function issueOfSegment(segment: string): string | null {
  const issue = `${segment.includes('W') ? 'weekly' : 'daily'}:${segment}`
  return scopeOfIssue(issue) && issue
}

/** Where an issue is read in the browser, from the root. */
export function digestPath(issue: string): string {
  return `/digest/${issue.slice(issue.indexOf(':') + 1)}`
}
