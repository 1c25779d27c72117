import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Found } from '@/app/papers/search/found'
import { readSearch } from '@/app/papers/search/read-search'
import { ChosenFilters } from '@/components/search/chosen'
import { SearchFilterFields } from '@/components/search/filters'
import { FirstVisit } from '@/components/search/first-visit'
import { FoundElsewhere } from '@/components/search/found-elsewhere'
import { SearchNotes } from '@/components/search/notes'
import { Operators } from '@/components/search/operators'
import { QueryLine } from '@/components/search/query-line'
import { SpellingNote } from '@/components/search/spelling-note'
import { getPaper } from '@/db/papers'
import { offeredCategories } from '@/lib/arxiv-categories'
import { feedLinks, newestFeed, type OfferedFeed } from '@/lib/feed-address'
import { markdownLink } from '@/lib/markdown-address'
import { paperPath } from '@/lib/paper-id'
import { paperTyped } from '@/lib/paper-typed'
import { type PageInput, paramsOf } from '@/lib/query'
import { searchAddress } from '@/lib/search-address'
import { type AskedSearch, searchAsked, searchInWords, searchPath } from '@/lib/search-asked'
import { longestSearch } from '@/lib/search-query'
import { submitPath } from '@/lib/submission-path'
import { shorten } from '@/lib/text'

export const dynamic = 'force-dynamic'

const form = 'search'
const notes = 'unread'
const spelt = 'spelling'

export async function generateMetadata({ searchParams }: PageInput): Promise<Metadata> {
  const params = paramsOf(await searchParams)
  const asked = await readAsSearched(params)
  const title = asked.isEmpty ? 'Search' : shorten(searchInWords(asked), 90)
  const query = searchPath({ ...asked, sort: 'relevance', page: 1, isVerbatim: false }, '')
  const feed: OfferedFeed = asked.isEmpty ? newestFeed : { subject: { of: 'search' }, title: `Search: ${title}`, query }
  const canonical = searchPath(asked)
  return {
    title,
    alternates: { canonical, types: { ...feedLinks(feed), ...markdownLink(canonical) } },
    // Of what can be asked there is no end.
    robots: asked.isEmpty ? undefined : { index: false },
  }
}

/** What is found by words and meaning, with whole abstracts. */
export default async function SearchPage({ searchParams }: PageInput) {
  const params = paramsOf(await searchParams)
  const typed = paperTyped(params.get('q') ?? '')
  if (typed && (await getPaper(typed))) redirect(paperPath(typed))
  // Without a script a form sends its empty fields too.
  const filled = new URLSearchParams([...params].filter(([, value]) => value !== ''))
  if (filled.size < params.size) redirect(filled.size > 0 ? `${searchAddress}?${filled}` : searchAddress)
  const { asked, read } = await readSearch(params.toString())
  const describedBy = [asked.query.notes.length > 0 && notes, read?.spelling && spelt].filter(Boolean).join(' ')
  return (
    <main id="main" className="wrap sheet searching" tabIndex={-1}>
      <search className="dayhead query">
        <form id={form} action={searchAddress}>
          <h1 className="hidden">Search</h1>
          <QueryLine
            asked={asked.q}
            longest={longestSearch}
            isFirst={asked.isEmpty}
            describedBy={describedBy || undefined}
          />
          <SearchNotes id={notes} asked={asked} />
          {read?.spelling && <SpellingNote id={spelt} asked={asked} spelling={read.spelling} />}
          {typed && <NotHere q={asked.q} />}
        </form>
      </search>
      <div className="results">
        <SearchFilterFields asked={asked} form={form} categories={offeredCategories} />
        <ChosenFilters asked={asked} />
        {read ? <Found asked={read.searched} found={read.found} /> : <FirstVisit />}
      </div>
      <aside className="margin day-margin" aria-label="About this search">
        <Operators />
        {read && read.found.total > 0 && <FoundElsewhere asked={read.searched} total={read.found.total} />}
      </aside>
    </main>
  )
}

/** What is asked for, or what was searched in its place where words were misspelt. */
async function readAsSearched(params: URLSearchParams): Promise<AskedSearch> {
  const asked = searchAsked(params)
  // These lead elsewhere: nothing is searched.
  if (paperTyped(asked.q) || [...params.values()].includes('')) return asked
  return (await readSearch(params.toString())).read?.searched ?? asked
}

function NotHere({ q }: { q: string }) {
  return (
    <p className="refused unread">
      This paper is not here yet.{' '}
      <a className="link" href={submitPath(q)}>
        Submit it
      </a>
    </p>
  )
}
