import { today } from '@/app/papers/read-list'
import { Why } from '@/components/follow/why'
import { MovingList } from '@/components/moving-list'
import { PaperItem } from '@/components/paper-item'
import type { FollowedPaper } from '@/db/types'
import type { FollowedOrder } from '@/lib/followed-query'
import { dayTitle } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'
import { plural } from '@/lib/text'

type Props = { papers: readonly FollowedPaper[]; order: FollowedOrder; isFirst: boolean }

/** The papers of somebody's own list, a part for each day. On the first page each day moves with its votes. */
export function FollowedDays({ papers, order, isFirst }: Props) {
  const now = today()
  const days = [...new Set(papers.map(({ day }) => day))]
  return days.map((day) => {
    const ofDay = papers.filter((each) => each.day === day)
    return (
      <section key={day} className="part" aria-labelledby={`day-${day}`}>
        <div className="bar hung">
          <h2 id={`day-${day}`}>
            <a href={`/papers/date/${day}`}>{dayTitle(day, now)}</a>
          </h2>
          <span className="hint">{plural(ofDay.length, 'paper')}</span>
        </div>
        <div className="dated">
          <MovingList order={isFirst ? order : null} entries={ofDay.map(entryOf)} />
        </div>
      </section>
    )
  })
}

function entryOf({ paper, cameAt, why, isNew }: FollowedPaper) {
  return {
    standing: standingOf({ ...paper, submittedAt: cameAt }),
    node: <PaperItem key={paper.id} paper={paper} heading="h3" when={<Why why={why} isNew={isNew} />} />,
  }
}
