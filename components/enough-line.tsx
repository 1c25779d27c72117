import { weekdayName } from '@/lib/days'
import { possessiveDay } from '@/lib/list-titles'

type Props = {
  day: string
  /** When the next papers come, where this is the day that they come after: `01:00 UTC`. */
  nextAt: string | null
  previous: string | null
}

/** The end of a day, which says so. */
export function EnoughLine({ day, nextAt, previous }: Props) {
  return (
    <p className="enough">
      That was {weekdayName(day)}. {nextAt && `The next papers come at ${nextAt}. `}
      {previous && (
        <a className="link" href={`/papers/date/${previous}`}>
          Read {possessiveDay(previous, day)}
        </a>
      )}
    </p>
  )
}
