import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { FeedClock } from '@/lib/days'
import { type Followable, matcherOf } from '@/lib/follow-match'
import { type Frequency, issueAt } from '@/lib/letter-issue'

/** What decides which papers are in a letter. Readers of equal choices get the same one. */
export type Choices = {
  frequency: Frequency
  /** At most so many papers. */
  papers: number
  minUpvotes: number
  categories: readonly string[]
  keywords: readonly string[]
  authors: readonly string[]
  /** Saved searches of which the letter tells as well, as their addresses ask for them. */
  searches?: readonly string[]
}

/** When letters are wanted: an hour, 0 to 23, of a time zone. */
export type LetterTime = { frequency: Frequency; hour: number; timezone: string }

/**
 * Those of these papers that a reader chose, in the order given, as many as were asked for. The least number of votes
 * holds for all of them. Categories, keywords and authors each add papers, as one adds subjects to what one is told of: a
 * paper is chosen by any of them. Without any, every paper is.
 * @returns `more`: how many were chosen over and above the number asked for
 */
export function chosen<T extends Followable & { upvotes: number }>(
  papers: readonly T[],
  choices: Choices,
): { papers: T[]; more: number } {
  const isWanted = wantedBy(choices)
  const wanted = papers.filter((paper) => paper.upvotes >= choices.minUpvotes && isWanted(paper))
  return { papers: wanted.slice(0, choices.papers), more: Math.max(0, wanted.length - choices.papers) }
}

/** Whether anything but the number of papers narrows what comes. */
export function isNarrowed({ minUpvotes, categories, keywords, authors }: Choices): boolean {
  return minUpvotes > 0 || categories.length + keywords.length + authors.length > 0
}

/**
 * The first instant strictly after a time (ms) at which a letter is due: the hour of the reader's zone, daily, or the
 * first time at that hour after a week of the feed has closed. That is on Monday, or on Tuesday where Monday's hour comes
 * before the feed's week is over: a day later is better than the week before once more.
 *
 * An hour that the clock skips is the first instant after it, one that comes twice is the first of the two.
 */
export function nextLetterAt({ frequency, hour, timezone }: LetterTime, after: number, clock: FeedClock): number {
  let at = nextHourAt(hour, timezone, after)
  if (frequency === 'daily') return at
  const weekAt = (moment: number) => issueAt('weekly', moment, clock)
  // From the last time at that hour, or it would not be seen that this is the first since the week closed.
  let before = nextHourAt(hour, timezone, after - 3 * dayLength)
  for (let next = before; next <= after; next = nextHourAt(hour, timezone, next)) before = next
  while (weekAt(before) === weekAt(at)) [before, at] = [at, nextHourAt(hour, timezone, at)]
  return at
}

/** When the first letter is due after a reader confirmed: the next time at their hour, a weekly one included. */
export function firstLetterAt({ hour, timezone }: Omit<LetterTime, 'frequency'>, after: number): number {
  return nextHourAt(hour, timezone, after)
}

/** What equal choices have in common, in 43 letters: a hash in which the order of words does not count. */
export function choicesKey({
  frequency,
  papers,
  minUpvotes,
  categories,
  keywords,
  authors,
  searches = [],
}: Choices): string {
  const lists = searches.length > 0 ? [categories, keywords, authors, searches] : [categories, keywords, authors]
  const words = lists.map((list) => [...new Set(list)].sort())
  return createHash('sha256')
    .update(JSON.stringify([frequency, papers, minUpvotes, ...words]))
    .digest('base64url')
}

const dayLength = 86_400_000

function nextHourAt(hour: number, timezone: string, after: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timezone).toPlainDate()
  for (let days = 0; ; days++) {
    const at = hourOn(today.add({ days }), hour, timezone)
    if (at !== null && at > after) return at
  }
}

/** Null on a date that a zone left out when it moved over the date line. */
function hourOn(date: Temporal.PlainDate, hour: number, timezone: string): number | null {
  const found = date.toZonedDateTime({ timeZone: timezone, plainTime: { hour } })
  if (found.hour === hour && found.minute === 0)
    return found.toPlainDate().equals(date) ? found.epochMilliseconds : null
  // The clock skipped it, and where it went on may be sooner than as much later as was skipped.
  const resumed = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous') ?? found
  return resumed.toPlainDate().equals(date) ? resumed.epochMilliseconds : null
}

function wantedBy({ categories, keywords, authors }: Choices): (paper: Followable) => boolean {
  const wanted = [
    ...categories.map((value) => ({ kind: 'category' as const, value, muted: false })),
    ...keywords.map((value) => ({ kind: 'keyword' as const, value, muted: false })),
    ...authors.map((value) => ({ kind: 'author' as const, value, muted: false })),
  ]
  const matched = matcherOf(wanted)
  return (paper) => wanted.length === 0 || matched(paper).length > 0
}
