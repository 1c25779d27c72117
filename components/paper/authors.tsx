import { firstNames, isolate } from '@/lib/author-names'
import type { Author } from '@/lib/paper'
import { count } from '@/lib/text'

// As many as two lines hold.
const shown = 8

/** The authors in their order: the first few, and the rest on demand. */
export function Authors({ authors }: { authors: readonly Author[] }) {
  if (authors.length === 0) return null
  const names = authors.map(({ name }) => isolate(name))
  const { first, rest } = firstNames(names, shown)
  if (rest.length === 0) return <p className="authors">{first.join(', ')}</p>
  return (
    <div className="authors">
      {first.join(', ')},{' '}
      <details>
        <summary>and {count(rest.length)} more</summary>
        <span>{rest.join(', ')}</span>
      </details>
    </div>
  )
}
