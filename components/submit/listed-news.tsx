import { FocusLed } from '@/components/focus-led'
import { formatDay } from '@/lib/days'
import { listedId } from '@/lib/submission-path'

/** On the page of a paper, for whoever has just listed it: the address leads them here, and others do not see it. */
export function ListedNews({ day }: { day: string }) {
  return (
    <>
      <p className="notice when-led hung" id={listedId} tabIndex={-1}>
        It is on the list of {formatDay(day)}.
      </p>
      <FocusLed to={listedId} />
    </>
  )
}
