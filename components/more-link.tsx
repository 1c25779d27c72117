import { type ListQuery, listHref, placesOf } from '@/lib/list-query'
import { count } from '@/lib/text'

type Props = { path: string; query: ListQuery; pageSize: number; hasMore: boolean; of?: number }

/** The ways to the other pages of a long list, which say what is there. */
export function MoreLink({ path, query, pageSize, hasMore, of }: Props) {
  const { order, page } = query
  return (
    <>
      {hasMore && (
        <a className="more" href={listHref(path, { order, page: page + 1 })}>
          {placesOf({ page: page + 1, pageSize, of })}
          {of !== undefined && <span>of {count(of)}</span>}
        </a>
      )}
      {page > 1 && (
        <a className="more" href={listHref(path, { order, page: page - 1 })}>
          Back to {placesOf({ page: page - 1, pageSize, of: of ?? (page - 1) * pageSize })}
        </a>
      )}
    </>
  )
}
