import { useEffect } from 'react'
import { rendered } from '@/components/rendered'
import { type Offered, optionId } from '@/components/search/use-search-box'
import { paperPath } from '@/lib/paper-id'
import { searchAddress } from '@/lib/search-address'
import { plural, shortCount } from '@/lib/text'

/** Titles that are offered while somebody types, and below them the search for the words. */
export function OfferedTitles({ id, titles, typed, active, onSearch }: Offered) {
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  const option = (index: number) => ({
    id: optionId(id, index),
    role: 'option',
    tabIndex: -1,
    'aria-selected': index === active,
    className: index === active ? 'current' : undefined,
    // The box keeps the focus, and with it the list stays until the link is followed.
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
  })
  return (
    <div className="offered" id={id} role="listbox" aria-label="Papers with such a title">
      {titles.map(({ id: paper, title, html, upvotes, publishedAt }, index) => (
        <a key={paper} href={paperPath(paper)} {...option(index)} aria-label={`${title}, ${plural(upvotes, 'vote')}`}>
          <span className="n">{shortCount(upvotes)}</span>
          <span className="title" dir="auto" {...rendered(html)} />
          <span className="when">{month.format(new Date(publishedAt))}</span>
        </a>
      ))}
      <a
        href={`${searchAddress}?${new URLSearchParams({ q: typed })}`}
        {...option(titles.length)}
        className={active === titles.length ? 'for-words current' : 'for-words'}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onSearch()
        }}
      >
        <span className="title">
          Search abstracts for “<bdi>{typed}</bdi>”
        </span>
        <span aria-hidden="true">
          <kbd>↵</kbd>
        </span>
      </a>
    </div>
  )
}

const month = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })
