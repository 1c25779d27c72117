import type { SearchNote } from '@/lib/search-query'
import { shorten } from '@/lib/text'

// So much shows which part of a long query is meant.
const longestPart = 60

/** What could not be read of a search, and what was searched instead. */
export function SearchNotes({ id, notes }: { id: string; notes: readonly SearchNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="unread" id={id}>
      {notes.map(({ typed, says }) => (
        <li key={`${typed} ${says}`} className="refused">
          {typed !== '' && <b dir="auto">{shorten(typed, longestPart)}</b>} {typed !== '' ? goingOn(says) : says}
        </li>
      ))}
    </ul>
  )
}

/** Behind what was typed, its name need not be said again: `votes:lots` wants a number. */
function goingOn(says: string): string {
  return says.replace(/^[a-z]+:? (?=wants |knows )/, '')
}
