import { ChevronLeft } from 'lucide-react'
import { formatDay, weekOf } from '@/lib/days'
import { ordinal } from '@/lib/text'

type Props = { day: string | null; ranks: { day: number; week: number } | null }

/** The way back to the paper's day, and its place there. */
export function BackLine({ day, ranks }: Props) {
  if (day === null) {
    return (
      <p className="back">
        <a href="/">
          <ChevronLeft className="icon turns" aria-hidden="true" />
          The newest list
        </a>
        <span>Not on a list</span>
      </p>
    )
  }
  return (
    <p className="back">
      <a href={`/papers/date/${day}`}>
        <ChevronLeft className="icon turns" aria-hidden="true" />
        {formatDay(day)}
      </a>
      {ranks && (
        <span>
          {ordinal(ranks.day)} of the day ·{' '}
          <a href={`/papers/week/${weekOf(day)}`}>{ordinal(ranks.week)} of the week</a>
        </span>
      )}
    </p>
  )
}
