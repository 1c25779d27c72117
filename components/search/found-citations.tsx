import { citationLinks } from '@/lib/citation-links'
import { mostCited } from '@/lib/citation-query'
import { type AskedSearch, searchPath } from '@/lib/search-asked'
import { count } from '@/lib/text'

/** What was found, to be cited by other programs. */
export function FoundCitations({ asked, total }: { asked: AskedSearch; total: number }) {
  return (
    <section>
      <h2>Cite what was found</h2>
      <ul className="index">
        {citationLinks(searchPath({ ...asked, page: 1 })).map(({ name, href }) => (
          <li key={href}>
            <a href={href} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {total > mostCited && <p className="hint">The first {count(mostCited)} papers.</p>}
    </section>
  )
}
