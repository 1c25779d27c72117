import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { DayCount } from '@/db/types'
import { daysOfMonth, formatDay, formatMonth, weekdayOf } from '@/lib/days'
import { plural } from '@/lib/text'

/** A month as the calendar shows it. The neighbours are the nearest months that have papers, a step or a year away. */
export type CalendarMonth = {
  month: string
  days: DayCount[]
  previous: string | null
  next: string | null
  yearBefore: string | null
  yearAfter: string | null
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A month whose days with papers are links that say how many. */
export function Calendar({ current, ...shown }: CalendarMonth & { current?: string }) {
  const { month, days, previous, next, yearBefore, yearAfter } = shown
  const papers = new Map(days.map((each) => [each.day, each.papers]))
  return (
    <div className="calendar">
      <div className="month">
        <a className="title" href={`/papers/month/${month}`}>
          {formatMonth(month)}
        </a>
        <span className="turns">
          <Turn to="previous" month={previous} />
          <Turn to="next" month={next} />
        </span>
      </div>
      <table className="cal">
        <caption className="hidden">{formatMonth(month)}, days with papers</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.charAt(0)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, i) => (
                <td key={weekdays[i]}>
                  {day && <Day day={day} papers={papers.get(day)} isCurrent={day === current} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(yearBefore ?? yearAfter) && (
        <div className="years">
          <YearTurn to="previous" month={yearBefore} />
          <YearTurn to="next" month={yearAfter} />
        </div>
      )}
    </div>
  )
}

function Turn({ to, month }: { to: 'previous' | 'next'; month: string | null }) {
  if (!month) return null
  const Icon = to === 'previous' ? ChevronLeft : ChevronRight
  return (
    <a className="step" href={`/papers/month/${month}`} aria-label={formatMonth(month)} data-turn={to}>
      <Icon className="icon turns" aria-hidden="true" />
    </a>
  )
}

function YearTurn({ to, month }: { to: 'previous' | 'next'; month: string | null }) {
  if (!month) return null
  const Icon = to === 'previous' ? ChevronLeft : ChevronRight
  return (
    <a href={`/papers/month/${month}`} aria-label={formatMonth(month)} data-turn={`${to} year`}>
      {to === 'previous' && <Icon className="icon turns" aria-hidden="true" />}
      {month.slice(0, 4)}
      {to === 'next' && <Icon className="icon turns" aria-hidden="true" />}
    </a>
  )
}

function Day({ day, papers, isCurrent }: { day: string; papers: number | undefined; isCurrent: boolean }) {
  const number = Number(day.slice(8))
  const aria = isCurrent ? ({ 'aria-current': 'date' } as const) : {}
  if (papers === undefined) return isCurrent ? <span {...aria}>{number}</span> : number
  const label = `${formatDay(day)}, ${plural(papers, 'paper')}`
  return (
    <a href={`/papers/date/${day}`} aria-label={label} title={plural(papers, 'paper')} {...aria}>
      {number}
    </a>
  )
}

/** The days of a month by rows of seven from Monday; null where a row reaches into another month. */
function weeksOf(month: string): (string | null)[][] {
  const days = daysOfMonth(month)
  const cells = [...Array<null>(weekdayOf(`${month}-01`) - 1).fill(null), ...days]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7))
}
