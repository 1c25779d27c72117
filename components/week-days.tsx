import type { DayCount } from '@/db/types'
import { formatDay } from '@/lib/days'

type Props = { days: readonly string[]; counts: readonly DayCount[]; today: string }

/** The days of a week with how much came in on each. Days that are still to come are left out. */
export function WeekDays({ days, counts, today }: Props) {
  const papers = new Map(counts.map((each) => [each.day, each.papers]))
  return (
    <section>
      <h2>Day by day</h2>
      <ul className="index">
        {days
          .filter((day) => day <= today || papers.has(day))
          .map((day) => (
            <li key={day}>
              {papers.has(day) ? (
                <a href={`/papers/date/${day}`}>{formatDay(day)}</a>
              ) : (
                <span className="off">{formatDay(day)}</span>
              )}
              <span>
                {papers.get(day) ?? 'none'}
                {day === today && ' so far'}
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}
