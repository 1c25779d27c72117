import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isVisit, signedInAt } from '@/app/following/read-following'
import { EmptyList } from '@/components/empty-list'
import { MoreLink } from '@/components/more-link'
import { PaperItem } from '@/components/paper-item'
import { SavedSettings } from '@/components/saved/saved-settings'
import { getSavedSearch, listHits, visitSearch } from '@/db/saved-searches'
import type { SavedSearch } from '@/db/types'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import { formatDate } from '@/lib/days'
import { readListQuery } from '@/lib/list-query'
import { oneValue, type PageInput } from '@/lib/query'
import { savedInWords, savedSearchHref } from '@/lib/saved-search'
import { savedSearchPath } from '@/lib/saved-search-path'
import { count, plural } from '@/lib/text'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Saved search', robots: { index: false } }

/** What has come for a saved search, the latest first. */
export default async function SavedSearchPage({ params, searchParams }: PageInput<{ searchId: string }>) {
  const [{ searchId }, given] = await Promise.all([params, searchParams])
  const path = savedSearchPath(searchId)
  const { userId } = await signedInAt(path, given)
  const query = readListQuery(given)
  if (!query) notFound()
  if (await isVisit()) await visitSearch(userId, searchId, Date.now())
  const search = await getSavedSearch(userId, searchId)
  if (!search) notFound()
  const page = { page: query.page, pageSize: env.LIST_PAGE_SIZE }
  const [{ hits, hasMore }, flash] = await Promise.all([listHits(search, page), getFlash(given)])
  if (hits.length === 0 && query.page > 1) notFound()
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <Head search={search} marked={hits.filter(({ isNew }) => isNew).length} />
      <div>
        {hits.length === 0 && <NothingYet search={search} />}
        <ol className="dated">
          {hits.map(({ paper, at, isNew }) => (
            <li key={paper.id}>
              <PaperItem
                paper={paper}
                when={
                  <>
                    {isNew && <b>New</b>}
                    <span className="why">
                      came <span className="nb">{formatDate(at)}</span>
                    </span>
                  </>
                }
              />
            </li>
          ))}
        </ol>
        <MoreLink path={path} query={query} pageSize={page.pageSize} hasMore={hasMore} of={search.hits} />
      </div>
      <aside className="margin day-margin" aria-label="About this search">
        <SavedSettings
          search={search}
          siteUrl={env.SITE_URL}
          hasMail={hasMail}
          flash={flash}
          saved={oneValue(given, 'saved')}
        />
      </aside>
    </main>
  )
}

function Head({ search, marked }: { search: SavedSearch; marked: number }) {
  const { name, asked, hits, since } = search
  const words = savedInWords(asked)
  return (
    <div className="dayhead titled">
      <div className="line">
        <h1 dir="auto">{name}</h1>
        <div className="side">
          <p className="tally facts">
            {words !== name && <span dir="auto">{words}</span>}
            <span>
              {plural(hits, 'paper')} since <span className="nb">{formatDate(since)}</span>
            </span>
            {marked > 0 && <span>{count(marked)} new</span>}
          </p>
          <p className="order">
            <a href={savedSearchHref(asked)}>Search now</a>
            <a href="/searches">All searches</a>
          </p>
        </div>
      </div>
    </div>
  )
}

function NothingYet({ search }: { search: SavedSearch }) {
  return (
    <EmptyList heading="Nothing has come yet." meanwhile={null}>
      <p>
        A paper stands here as soon as one is listed, submitted, imported or announced that has all the words and meets
        all the conditions. Meaning has no part in it.
      </p>
      <p>
        <a className="link" href={savedSearchHref(search.asked)}>
          Search what is here already
        </a>
      </p>
    </EmptyList>
  )
}
