import { Fragment } from 'react'
import { type AskedSearch, searchPath } from '@/lib/search-asked'
import { shorten } from '@/lib/text'

// So much shows which part of a long query is meant.
const longestPart = 60

/** What could not be read of a search, and what was searched instead. */
export function SearchNotes({ id, asked }: { id: string; asked: AskedSearch }) {
  const { notes } = asked.query
  if (notes.length === 0) return null
  return (
    <ul className="unread" id={id}>
      {notes.map(({ typed, says }) => (
        <li key={`${typed} ${says}`} className="refused">
          {typed !== '' && <b dir="auto">{shorten(typed, longestPart)}</b>}{' '}
          <Says asked={asked} typed={typed} says={typed !== '' ? goingOn(says) : says} />
        </li>
      ))}
    </ul>
  )
}

/** A sentence, in which each category that is meant perhaps is the search for it. */
function Says({ asked, typed, says }: { asked: AskedSearch; typed: string; says: string }) {
  const [before, perhaps] = says.split(/(?<= )(?=Perhaps cat:)/)
  const at = asked.q.toLowerCase().indexOf(typed.toLowerCase())
  if (!perhaps || at < 0) return says
  const inItsPlace = (category: string) => asked.q.slice(0, at) + category + asked.q.slice(at + typed.length)
  return (
    <>
      {before}
      {perhaps.split(/(cat:[\w.-]+)/).map((part) =>
        part.startsWith('cat:') ? (
          <a key={part} className="link" href={searchPath({ ...asked, q: inItsPlace(part), page: 1 })}>
            {part}
          </a>
        ) : (
          <Fragment key={part}>{part}</Fragment>
        ),
      )}
    </>
  )
}

/** Behind what was typed, its name need not be said again: `votes:lots` wants a number. */
function goingOn(says: string): string {
  return says.replace(/^[a-z]+:? (?=wants |knows )/, '')
}
