import { ChevronLeft } from 'lucide-react'
import { Place } from '@/components/paper/place'
import { formatDay } from '@/lib/days'
import { poolPath } from '@/lib/pool-address'

type Props = {
  paperId: string
  day: string | null
  /** The day of the pool that it is in. */
  announcedDay: string | null
  ranks: { day: number; week: number } | null
}

/** The way back to the paper's day, and its place there; to the pool for one that is on no day. */
export function BackLine({ paperId, day, announcedDay, ranks }: Props) {
  if (day === null) {
    return (
      <p className="back">
        <a href={announcedDay ? poolPath(null, announcedDay) : '/'}>
          <ChevronLeft className="icon turns" aria-hidden="true" />
          {announcedDay ? `New on ${formatDay(announcedDay)}` : 'The newest list'}
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
