'use client'

import { useTakenOff } from '@/components/moderation/taken-off'
import { weekOf } from '@/lib/days'
import { ordinal } from '@/lib/text'

type Props = { paperId: string; day: string; ranks: { day: number; week: number } }

/** A paper's place on its day and in its week, until a moderator takes it off. */
export function Place({ paperId, day, ranks }: Props) {
  if (useTakenOff(paperId)) return <span>Not on a list</span>
  return (
    <span>
      {ordinal(ranks.day)} of the day · <a href={`/papers/week/${weekOf(day)}`}>{ordinal(ranks.week)} of the week</a>
    </span>
  )
}
