import { type DayCount, drawDays } from '@/lib/day-chart'
import { count } from '@/lib/text'
import { chartHeight, chartWidth } from '@/lib/vote-chart'

type Props = { title: string; days: readonly DayCount[] }

/** What was counted each day: today's number beside yesterday's, a bar a day, a sentence that says the same, and the numbers. */
export function DayChart({ title, days }: Props) {
  const { past, yesterday, today, from, soFar, compared, sentence, rows } = drawDays(days)
  return (
    <section className="chart">
      <h3>
        {title}
        <b>{soFar}</b>
      </h3>
      <p className="compared">{compared}</p>
      <svg viewBox={`0 0 ${chartWidth} ${chartHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="past" d={past} />
        <path className="last" d={yesterday} />
        <path className="now" d={today} />
        <path className="ground" d={`M0 ${chartHeight - 0.5}H${chartWidth}`} />
      </svg>
      <p className="axis" aria-hidden="true">
        <span>{from}</span>
        <span>today</span>
      </p>
      <p>{sentence}</p>
      <details>
        <summary className="quiet">
          Day by day<span className="hidden">: {title.toLowerCase()}</span>
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Date, UTC</th>
              <th scope="col">{title}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, n }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{count(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
