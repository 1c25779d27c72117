import type { ReactNode } from 'react'
import type { AskedSearch } from '@/lib/search-asked'
import { searchPath } from '@/lib/search-asked'
import { count, plural } from '@/lib/text'

type Way = { words: string; href: string; total: number; isMore: boolean }

type NothingProps = {
  asked: AskedSearch
  ways: readonly Way[]
  /** What the words mean was not ready in time. */
  isLate: boolean
  /** What keeps the search. */
  children: ReactNode
}

/** A search without results: what to leave out, with what that would find, and what else to try. */
export function NothingFound({ asked, ways, isLate, children }: NothingProps) {
  const { query } = asked
  const isWordsAlone = query.required.length === 0 && query.excluded.length === 0
  return (
    <div className="empty">
      <h2>{isWordsAlone ? headingOf(query.words.length) : 'No paper has all of this.'}</h2>
      {isLate && <p>What the words mean was not ready in time. Search again in a moment.</p>}
      {ways.length > 0 && (
        <ul className="ways">
          {ways.map(({ words, href, total, isMore }) => (
            <li key={href}>
              {words}{' '}
              <a className="link" href={href}>
                {isMore ? `at least ${count(total)} papers` : plural(total, 'paper')}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        Look at the spelling, or try other words for the same thing: a method’s full name, its short one, an author
        {asked.filters.author || /author:/i.test(asked.q) ? '’s family name alone' : ''}.
      </p>
      <p>Or save the search: what comes for it later waits under your saved searches.</p>
      {children}
    </div>
  )
}

/** A page number beyond what was found. */
export function BeyondTheLast({ asked, total, pageSize }: { asked: AskedSearch; total: number; pageSize: number }) {
  const last = Math.ceil(total / pageSize)
  return (
    <div className="empty">
      <h2>There is no page {count(asked.page)}.</h2>
      <p>
        <a className="link" href={searchPath({ ...asked, page: last })}>
          {last === 1 ? 'All that was found' : `The last is page ${count(last)}`}
        </a>
      </p>
    </div>
  )
}

function headingOf(words: number): string {
  return words === 1 ? 'No paper has this word.' : 'No paper has any of these words.'
}
