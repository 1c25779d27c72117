import { DayChart } from '@/components/admin/day-chart'
import type { DailyFigures } from '@/db/types'

/** The last month in four small charts. */
export function Charts({ figures }: { figures: DailyFigures }) {
  const charts = [
    { title: 'Votes', numbers: figures.votes },
    { title: 'Papers listed', numbers: figures.papers },
    { title: 'Letters sent', numbers: figures.letters },
    { title: 'New people', numbers: figures.people },
  ]
  return (
    <section aria-labelledby="month">
      <h2 className="hidden" id="month">
        The last {figures.days.length} days
      </h2>
      <div className="charts text">
        {charts.map(({ title, numbers }) => (
          <DayChart key={title} title={title} days={figures.days.map((day, i) => ({ day, n: numbers[i] ?? 0 }))} />
        ))}
      </div>
    </section>
  )
}
