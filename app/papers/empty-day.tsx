import { readList } from '@/app/papers/read-list'
import { EmptyList } from '@/components/empty-list'
import { env, feedClock } from '@/env'
import { formatMonth, monthOf, weekdayName } from '@/lib/days'
import { dayTitle, rolloverInWords } from '@/lib/list-titles'

type Props = {
  day: string
  today: string
  near: { previous: string | null; next: string | null }
  /** The calendar beside it shows days that have papers. */
  hasDaysNear: boolean
}

/** A day on which nothing stands: why that is, and the nearest day on which something does. */
export async function EmptyDay({ day, today, near, hasDaysNear }: Props) {
  const nearest = near.previous ?? near.next
  const list = nearest ? await readList('day', nearest, 'top', 1) : null
  const meanwhile =
    nearest && list
      ? {
          heading: `The first of ${dayTitle(nearest, today)}`,
          href: `/papers/date/${nearest}`,
          papers: list.papers.slice(0, 3),
          total: list.totals.papers,
        }
      : null
  return (
    <EmptyList heading={headingOf(day, today)} meanwhile={meanwhile}>
      <p>{reasonOf(day, today, hasDaysNear)}</p>
      {day === today && env.SUBMIT === 'members' && (
        <p>
          <a className="link" href="/submit">
            Submit the first
          </a>
          , if you read something that others should.
        </p>
      )}
      {!nearest && (
        <p>
          There are no papers here at all yet. Whoever runs the site adds them with <code>npm run import</code>.
        </p>
      )}
    </EmptyList>
  )
}

function headingOf(day: string, today: string): string {
  if (day > today) return 'That day is still to come.'
  return day === today ? 'Nothing has come in yet.' : 'No papers on that day.'
}

function reasonOf(day: string, today: string, hasDaysNear: boolean): string {
  if (day > today) return `It is ${dayTitle(today, day)} here.`
  if (day < today) {
    const nothing = `Nothing was listed on that ${weekdayName(day)}`
    return hasDaysNear
      ? `${nothing}. Days with papers are bold in the calendar.`
      : `${nothing}, nor in all of ${formatMonth(monthOf(day))}.`
  }
  return `The day lasts until ${rolloverInWords(feedClock)}. What comes in meanwhile shows when you come back.`
}
