import type { CategoryCount } from '@/db/types'
import { poolPath } from '@/lib/pool-address'
import { count } from '@/lib/text'

type Props = {
  counts: CategoryCount[]
  current: string | null
  /** The day that the links keep to; null where they lead to the newest. */
  day: string | null
}

// A day of a few categories has a hundred others beside them, most with a single paper.
const shown = 16

/** The categories of a day's new papers, and how many are in each. */
export function PoolCategories({ counts, current, day }: Props) {
  const first = counts.filter(({ category }, i) => i < shown || category === current)
  if (first.length === 0) return null
  return (
    <section>
      <h2>Categories</h2>
      <ul className="index">
        <li>
          <a href={poolPath(null, day)} aria-current={current === null ? 'true' : undefined}>
            All
          </a>
        </li>
        {first.map(({ category, papers }) => (
          <li key={category}>
            <a href={poolPath(category, day)} aria-current={category === current ? 'true' : undefined}>
              {category}
            </a>
            <span>{count(papers)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
