import { formatDate } from '@/lib/days'
import { shortDay } from '@/lib/list-titles'
import { count } from '@/lib/text'
import { chartWidth } from '@/lib/vote-chart'

/* Numbers by the day: a bar each, a sentence that says the same, and a table. The last day is today and not over. */

export type DayCount = { day: string; n: number }

export type DayChart = {
  /** SVG path data in a box of chartWidth × chartHeight: the days that are over, the last of them, and today. */
  past: string
  yesterday: string
  today: string
  /** What stands under the first bar. */
  from: string
  /** Today’s number, which is not over, beside that of the day before. */
  soFar: string
  compared: string
  sentence: string
  rows: { label: string; n: number }[]
}

const [top, bottom] = [4, 55]
// Of a day's width, as air between two bars.
const gap = 0.2

/**
 * Draws what was counted each day.
 * @param days oldest first, without gaps; the last is today. At least two.
 */
export function drawDays(days: readonly DayCount[]): DayChart {
  const most = Math.max(1, ...days.map(({ n }) => n))
  const width = chartWidth / days.length
  const bar = ({ n }: DayCount, i: number) => {
    if (n <= 0) return ''
    const [left, right] = [round(width * (i + gap / 2)), round(width * (i + 1 - gap / 2))]
    return `M${left} ${bottom}V${round(bottom - ((bottom - top) * n) / most)}H${right}V${bottom}Z`
  }
  const bars = days.map(bar)
  return {
    past: bars.slice(0, -2).join(''),
    yesterday: bars.at(-2) ?? '',
    today: bars.at(-1) ?? '',
    from: shortDay(days[0]?.day ?? ''),
    soFar: count(days.at(-1)?.n ?? 0),
    compared: `so far today, yesterday ${count(days.at(-2)?.n ?? 0)}`,
    sentence: sentenceOf(days),
    rows: days.map(({ day, n }) => ({ label: formatDate(Date.parse(`${day}T00:00:00Z`)), n })).reverse(),
  }
}

function sentenceOf(days: readonly DayCount[]): string {
  const over = days.slice(0, -1)
  const total = over.reduce((sum, { n }) => sum + n, 0)
  const today = days.at(-1)?.n ?? 0
  if (total === 0) return today === 0 ? `None in ${days.length} days.` : `The first in ${days.length} days.`
  const most = over.reduce((best, each) => (each.n > best.n ? each : best))
  return `${meanInWords(total / over.length)} a day in ${over.length} days, most on ${shortDay(most.day)}: ${count(most.n)}.`
}

function meanInWords(mean: number): string {
  return mean < 1 ? 'Less than one' : `About ${count(Math.round(mean))}`
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
