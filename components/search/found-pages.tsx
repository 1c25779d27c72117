import { placesOf } from '@/lib/list-query'
import { type AskedSearch, searchPath } from '@/lib/search-asked'
import { count } from '@/lib/text'

type Props = { asked: AskedSearch; total: number; isMore: boolean; hasMore: boolean; pageSize: number }

/** The ways to the other pages of what was found. */
export function FoundPages({ asked, total, isMore, hasMore, pageSize }: Props) {
  const { page } = asked
  return (
    <>
      {hasMore && (
        <a className="more" rel="next" href={searchPath({ ...asked, page: page + 1 })}>
          {placesOf({ page: page + 1, pageSize, of: total })}
          <span>
            of {isMore && 'at least '}
            {count(total)}
          </span>
        </a>
      )}
      {page > 1 && (
        <a className="more" rel="prev" href={searchPath({ ...asked, page: page - 1 })}>
          Back to {placesOf({ page: page - 1, pageSize, of: total })}
        </a>
      )}
    </>
  )
}
