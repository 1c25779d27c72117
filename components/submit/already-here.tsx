import { PaperItem } from '@/components/paper-item'
import type { PoolPaper } from '@/db/types'
import { formatDay } from '@/lib/days'
import { ordinal } from '@/lib/text'

type Props = { paper: PoolPaper & { day: string }; isVoted: boolean }

/** A paper that is on a list already: the way to it, and a vote to give. */
export function AlreadyHere({ paper, isVoted }: Props) {
  return (
    <section className="part" aria-labelledby="already">
      <div className="bar hung">
        <h2 id="already">It is here already</h2>
      </div>
      <PaperItem paper={paper} />
      <p className="hint hung">
        On the list of{' '}
        <a className="link" href={`/papers/date/${paper.day}`}>
          {formatDay(paper.day)}
        </a>
        . {isVoted ? 'You voted for it.' : `Your vote would be the ${ordinal(paper.upvotes + 1)}.`}
      </p>
    </section>
  )
}
