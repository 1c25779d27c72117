import type { PaperPage } from '@/db/types'
import { plural } from '@/lib/text'

type Props = { totals: PaperPage['totals']; isOpen?: boolean }

/** How much there is in a list. One that can still grow says so. */
export function Tally({ totals, isOpen = false }: Props) {
  if (totals.papers === 0) return <p className="tally">{isOpen ? 'No papers yet' : 'No papers'}</p>
  const papers = plural(totals.papers, 'paper') + (isOpen ? ' so far' : '')
  return (
    <p className="tally">
      {papers} · {plural(totals.upvotes, 'vote')} · {plural(totals.comments, 'comment')}
    </p>
  )
}
