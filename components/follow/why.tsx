import type { FollowedPaper } from '@/db/types'
import { reasonOf } from '@/lib/follow-words'

const shown = 3

/** Why a paper is on the reader's own list, and whether it is new there. */
export function Why({ why, isNew }: Pick<FollowedPaper, 'why' | 'isNew'>) {
  const reasons = why.map(reasonOf)
  const rest = reasons.length - shown
  return (
    <>
      {isNew && <b>New</b>}
      {reasons.slice(0, rest === 1 ? shown + 1 : shown).map((reason) => (
        <span key={reason} className="why" dir="auto">
          {reason}
        </span>
      ))}
      {rest > 1 && <span className="why">and {rest} more</span>}
    </>
  )
}
