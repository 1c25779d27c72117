import type { SavedSearch } from '@/db/types'
import { savedSearchPath } from '@/lib/saved-search-path'
import { count } from '@/lib/text'

/** Saved searches by name, beside something else. */
export function SavedLines({ searches }: { searches: readonly SavedSearch[] }) {
  if (searches.length === 0) {
    return (
      <p>
        None yet.{' '}
        <a className="link" href="/searches">
          Save a search
        </a>
      </p>
    )
  }
  return (
    <>
      <ul className="followed">
        {searches.map(({ id, name, fresh }) => (
          <li key={id}>
            <a className="link" href={savedSearchPath(id)} dir="auto">
              {name}
            </a>
            {fresh > 0 && <span className="mine">{count(fresh)} new</span>}
          </li>
        ))}
      </ul>
      <p>
        <a className="link" href="/searches">
          All saved searches
        </a>
      </p>
    </>
  )
}
