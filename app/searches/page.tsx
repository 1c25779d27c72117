import type { Metadata } from 'next'
import { signedInAt } from '@/app/following/read-following'
import { FormMessage } from '@/components/form-message'
import { SavedFields } from '@/components/saved/saved-fields'
import { FocusFault } from '@/components/settings/focus-fault'
import { listSavedSearches } from '@/db/saved-searches'
import { getReaderByEmail } from '@/db/subscriptions'
import type { SavedSearch } from '@/db/types'
import { getUserById } from '@/db/users'
import { getFlash } from '@/door/flash'
import type { UserId } from '@/lib/authority'
import { formatDate } from '@/lib/days'
import { oneValue, type PageInput, type Query } from '@/lib/query'
import { askedText, savedInWords, savedSearchHref } from '@/lib/saved-search'
import { savedSearchPath } from '@/lib/saved-search-path'
import { searchAsked } from '@/lib/search-asked'
import { count, plural } from '@/lib/text'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Saved searches', robots: { index: false } }

const news: Record<string, string> = {
  made: 'Saved. What comes from now on is shown here.',
  removed: 'The search is removed.',
}

/** A person's saved searches, with what came since they last looked; `?q=…` is one to be saved. */
export default async function SearchesPage({ searchParams }: PageInput) {
  const given = await searchParams
  const { userId, viewer } = await signedInAt('/searches', given)
  const [searches, flash, isReader] = await Promise.all([
    listSavedSearches(userId),
    getFlash(given),
    getsLetter(userId),
  ])
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Saved searches</h1>
          <p className="tally">
            {viewer.name}
            {searches.length > 0 && ` · ${plural(searches.length, 'search', 'searches')}`}
          </p>
        </div>
      </div>
      <div>
        <FormMessage>{news[oneValue(given, 'saved') ?? '']}</FormMessage>
        {searches.length === 0 ? (
          <div className="empty">
            <h2>No search is saved yet.</h2>
            <p>
              Save one, and each paper that newly comes for it is marked here, and told of in your letter and by your
              webhooks.{' '}
              <a className="link" href="/papers/search">
                Search
              </a>
            </p>
          </div>
        ) : (
          <ul className="reading-lists">
            {searches.map((search) => (
              <SavedItem key={search.id} search={search} isReader={isReader} />
            ))}
          </ul>
        )}
      </div>
      <aside className="margin day-margin" aria-label="A new search">
        <section id="save">
          <h2>Save a search</h2>
          <FormMessage flash={flash} />
          {flash?.error && <FocusFault key={flash.id} />}
          <form className="list-settings" action="/api/searches" method="post">
            <SavedFields asked={askedIn(given)} name={null} flash={flash} />
            <button type="submit" className="button">
              Save it
            </button>
          </form>
        </section>
        <section>
          <h2>What comes for it</h2>
          <p>
            A paper that is listed, submitted, imported or announced from then on, when it has all the words and meets
            all the conditions. It is told of once for each search. Unlike the search itself this does not go by
            meaning.
          </p>
        </section>
      </aside>
    </main>
  )
}

function SavedItem({ search, isReader }: { search: SavedSearch; isReader: boolean }) {
  const { id, name, asked, inLetter, since, hits, fresh } = search
  const words = savedInWords(asked)
  return (
    <li id={`s-${id}`}>
      <h2 dir="auto">
        <a href={savedSearchPath(id)}>{name}</a>
      </h2>
      {words !== name && (
        <p className="looks-for" dir="auto">
          {words}
        </p>
      )}
      <p className="meta">
        {fresh > 0 && <span className="mine">{count(fresh)} new</span>}
        <span>
          {hits === 0 ? 'nothing' : plural(hits, 'paper')} since <span className="nb">{formatDate(since)}</span>
        </span>
        {inLetter && isReader && <span>in your letter</span>}
        <a href={savedSearchHref(asked)} aria-label={`Search now for ${name}`}>
          search now
        </a>
      </p>
    </li>
  )
}

async function getsLetter(userId: UserId): Promise<boolean> {
  const email = (await getUserById(userId))?.email
  return email ? (await getReaderByEmail(email))?.state === 'active' : false
}

/** A search that an address brings along to be saved. */
function askedIn(given: Query): string {
  const one = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return askedText(searchAsked(new URLSearchParams(one)))
}
