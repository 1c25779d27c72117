import { VoteTable } from '@/components/paper/vote-table'
import type { HourCount } from '@/db/types'
import { count } from '@/lib/text'
import { chartHeight, chartWidth, drawVotes } from '@/lib/vote-chart'

type Props = { hours: readonly HourCount[]; carried: number; upvotes: number; now: number }

/** The history of a paper's votes: a line of steps, a sentence that says the same, and its numbers on demand. */
export function Momentum({ hours, carried, upvotes, now }: Props) {
  const chart = drawVotes(hours, now)
  return (
    <aside className="margin momentum" aria-labelledby="momentum">
      <h2 id="momentum">Momentum</h2>
      {chart?.path && (
        <>
          <svg viewBox={`0 0 ${chartWidth} ${chartHeight}`} preserveAspectRatio="none" aria-hidden="true">
            <path className="ground" d={`M0 ${chartHeight - 0.5}H${chartWidth}`} />
            <path className="rise" d={chart.path} />
          </svg>
          <p className="axis">
            <span>{chart.from}</span>
            <span>{chart.to}</span>
          </p>
        </>
      )}
      <p>{chart?.sentence ?? 'No votes yet.'}</p>
      {carried > 0 && <p>{carriedInWords(carried, upvotes)}</p>}
      {chart && chart.rows.length > 1 && <VoteTable {...chart} />}
    </aside>
  )
}

function carriedInWords(carried: number, upvotes: number): string {
  if (carried < upvotes) return `${count(carried)} of these came with the import.`
  return carried === 1 ? 'It came with the import.' : 'All of these came with the import.'
}
