import { citationLinks } from '@/lib/citation-links'
import { mostCited } from '@/lib/citation-query'
import { feedFormats } from '@/lib/feed-address'
import { askedText, savedFeedHref } from '@/lib/saved-search'
import { type AskedSearch, searchPath } from '@/lib/search-asked'
import { count } from '@/lib/text'

const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON' }

/** What was found, to be cited by other programs, and to be followed by them. */
export function FoundElsewhere({ asked, total }: { asked: AskedSearch; total: number }) {
  return (
    <>
      <section>
        <h2>Cite what was found</h2>
        <ul className="forms">
          {citationLinks(searchPath({ ...asked, page: 1 })).map(({ name, href }) => (
            <li key={href}>
              <a className="link" href={href} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
        {total > mostCited && <p className="hint">The first {count(mostCited)} papers.</p>}
      </section>
      <section>
        <h2>Follow it as a feed</h2>
        <ul className="forms">
          {feedFormats.map((format) => (
            <li key={format}>
              <a className="link" href={savedFeedHref(askedText(asked), format)}>
                {feedNames[format]}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
