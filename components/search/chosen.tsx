import { X } from 'lucide-react'
import { type AskedSearch, chosenFilters, noFilters, searchPath } from '@/lib/search-asked'

/** The filters that are set, each of them the link that takes it off. */
export function ChosenFilters({ asked }: { asked: AskedSearch }) {
  const chosen = chosenFilters(asked.filters)
  if (chosen.length === 0) return null
  return (
    <ul className="chosen hung" aria-label="Filters that are set">
      {chosen.map(({ words, without }) => (
        <li key={words}>
          <a href={searchPath({ ...asked, filters: without, page: 1 })} aria-label={`Take off: ${words}`}>
            <span dir="auto">{words}</span>
            <X className="icon" aria-hidden="true" />
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a className="quiet" href={searchPath({ ...asked, filters: noFilters, page: 1 })}>
            Take all off
          </a>
        </li>
      )}
    </ul>
  )
}
