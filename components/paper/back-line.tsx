import { ChevronLeft } from 'lucide-react'
import { Place } from '@/components/paper/place'
import { formatDay } from '@/lib/days'

type Props = { paperId: string; day: string | null; ranks: { day: number; week: number } | null }

/** The way back to the paper's day, and its place there. */
export function BackLine({ paperId, day, ranks }: Props) {
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
      {ranks && <Place paperId={paperId} day={day} ranks={ranks} />}
    </p>
  )
}
