import type { ReactNode } from 'react'
import { type AskedSearch, searchPath } from '@/lib/search-asked'
import { type SearchSort, searchSorts } from '@/lib/search-query'
import { count, plural } from '@/lib/text'

const names: Record<SearchSort, string> = { relevance: 'Best match', date: 'Newest', votes: 'Most votes' }

type Props = {
  asked: AskedSearch
  total: number
  isMore: boolean /** What can be done with it. */
  children: ReactNode
}

/** How much was found, and the orders that it can be seen in. */
export function FoundBar({ asked, total, isMore, children }: Props) {
  // Without words nothing fits better than another: it comes by date.
  const isRanked = asked.query.words.length > 0
  const sort = !isRanked && asked.sort === 'relevance' ? 'date' : asked.sort
  return (
    <div className="bar hung">
      <h2 id="count">{isMore ? `At least ${count(total)} papers` : plural(total, 'paper')}</h2>
      {children}
      <nav className="order" aria-label="Order">
        {searchSorts
          .filter((each) => isRanked || each !== 'relevance')
          .map((each) => (
            <a
              key={each}
              href={searchPath({ ...asked, sort: each, page: 1 })}
              aria-current={each === sort ? 'true' : undefined}
            >
              {names[each]}
            </a>
          ))}
      </nav>
    </div>
  )
}
