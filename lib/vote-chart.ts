import { formatDate } from '@/lib/days'
import { formatClock, formatHour, formatMinute, hourLength, hourOf } from '@/lib/hours'
import { count, plural } from '@/lib/text'

/* The history of a paper's votes: a line of steps, a sentence that says the same, and a table of its numbers. */

type HourCount = { hour: number; votes: number }

export type VoteChart = {
  /** SVG path data in a box of chartWidth × chartHeight; null when all votes are of one hour: a step is no line. */
  path: string | null
  /** What stands under the two ends of the line. */
  from: string
  to: string
  sentence: string
  /** How finely the table counts. */
  unit: 'hour' | 'day' | 'month'
  rows: { label: string; votes: number; total: number }[]
}

export const chartWidth = 240
export const chartHeight = 56
const [top, bottom] = [4, 54]

const day = 24
const week = 7 * day
// A longer table says less than the same votes by a larger unit.
const mostRows = 48

/**
 * Draws votes by the hour. The line begins with the first vote and goes on to the present for a week, then to the last
 * vote.
 * @param hours oldest first, without empty ones; hours since 1970
 * @param now ms since 1970
 * @returns null when nobody has voted
 */
export function drawVotes(hours: readonly HourCount[], now: number): VoteChart | null {
  const first = hours[0]?.hour
  const last = hours.at(-1)?.hour
  if (first === undefined || last === undefined) return null
  const present = hourOf(now) + 1
  const end = Math.max(last + 1, Math.min(present, first + week))
  const unit = unitOf(hours, end - first)
  return {
    path: first === last ? null : stepsOf(hours, first, end),
    from: nameOf(first, end - first),
    to: end === present && end - first <= 2 * day ? formatMinute(now) : nameOf(end - 1, end - first),
    sentence: sentenceOf(hours, first, end, end >= present),
    unit,
    rows: rowsOf(hours, unit),
  }
}

/** One step a unit of width at most, so that a million votes draw no more than 240 steps. */
function stepsOf(hours: readonly HourCount[], first: number, end: number): string {
  const total = sum(hours)
  const steps = new Map<number, number>()
  let votes = 0
  for (const each of hours) {
    votes += each.votes
    steps.set(Math.round((chartWidth * (each.hour - first)) / (end - first)), votes)
  }
  const line = Array.from(steps, ([x, so]) => `H${x}V${round(bottom - ((bottom - top) * so) / total)}`)
  return `M0 ${bottom}${line.join('')}H${chartWidth}`
}

function sentenceOf(hours: readonly HourCount[], first: number, end: number, isToNow: boolean): string {
  const votes = plural(sum(hours), 'vote')
  const length = end - first
  if (!isToNow) {
    const last = hours.at(-1)?.hour ?? first
    const when = formatDate(last * hourLength)
    if (Math.floor(first / day) === Math.floor(last / day)) return `${votes}, all on ${when}.`
    return `${votes} in ${lengthInWords(last + 1 - first)}, the last on ${when}.`
  }
  const recent = length > week ? week : length > 2 * day ? day : 3
  const said = `${votes} in ${lengthInWords(length)}`
  if (length <= recent) return `${said}.`
  const late = sum(hours.filter(({ hour }) => hour >= end - recent))
  return `${said}, ${late === 0 ? 'none' : count(late)} of them in the last ${lengthInWords(recent)}.`
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function lengthInWords(hours: number): string {
  const [n, unit] = hours <= 2 * day ? [hours, 'hour'] : [Math.round(hours / day), 'day']
  const many = n === 1 ? '' : 's'
  return `${small[n] ?? count(n)} ${unit}${many}`
}

function unitOf(hours: readonly HourCount[], length: number): VoteChart['unit'] {
  if (length <= 2 * day) return 'hour'
  return new Set(hours.map(({ hour }) => Math.floor(hour / day))).size <= mostRows ? 'day' : 'month'
}

function rowsOf(hours: readonly HourCount[], unit: VoteChart['unit']): VoteChart['rows'] {
  const counts = new Map<string, number>()
  for (const { hour, votes } of hours) {
    const label = labelOf(hour, unit)
    counts.set(label, (counts.get(label) ?? 0) + votes)
  }
  let total = 0
  return Array.from(counts, ([label, votes]) => {
    total += votes
    return { label, votes, total }
  })
}

function labelOf(hour: number, unit: VoteChart['unit']): string {
  if (unit === 'hour') return formatHour(hour)
  const date = formatDate(hour * hourLength)
  return unit === 'day' ? date : date.replace(/ \d+,/, '')
}

/** An hour at an end of the line: the time while the line is short, else the date. */
function nameOf(hour: number, length: number): string {
  return length <= 2 * day ? formatClock(hour) : formatDate(hour * hourLength)
}

function sum(hours: readonly HourCount[]): number {
  return hours.reduce((total, { votes }) => total + votes, 0)
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
