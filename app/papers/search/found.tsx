import { today } from '@/app/papers/read-list'
import { foundPageSize } from '@/app/papers/search/page-size'
import { waysOut } from '@/app/papers/search/ways-out'
import { LiveList } from '@/components/live-list'
import { PaperItem } from '@/components/paper-item'
import { SaveSearch } from '@/components/saved/save-search'
import { FoundBar } from '@/components/search/found-bar'
import { FoundPages } from '@/components/search/found-pages'
import { BeyondTheLast, NothingFound } from '@/components/search/nothing-found'
import { namesFound } from '@/lib/found-names'
import { dayTitle } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'
import { askedText } from '@/lib/saved-search'
import type { AskedSearch } from '@/lib/search-asked'
import { markedTerms } from '@/lib/search-marks'
import { wordsOf } from '@/lib/search-query'
import { termOf } from '@/lib/search-words'
import type { FoundPapers } from '@/outside/find-papers'

/** One page of what was found, or what to do where nothing was. */
export async function Found({ asked, found }: { asked: AskedSearch; found: FoundPapers }) {
  const { papers, total, isMore, hasMore, by, isLate } = found
  const save = <SaveSearch asked={askedText(asked)} />
  if (total === 0) {
    return (
      <NothingFound asked={asked} ways={await waysOut(asked)} isLate={isLate}>
        {save}
      </NothingFound>
    )
  }
  const terms = markedTerms(asked.query)
  const now = today()
  const names = new Map(papers.map((paper) => [paper.id, namesFound(paper, asked.query, terms)]))
  const entries = papers.map((paper) => ({
    // What was found has no time of listing that it is sorted by.
    standing: standingOf({ ...paper, submittedAt: paper.publishedAt }),
    node: (
      <PaperItem
        key={paper.id}
        paper={{ ...paper, day: null, submittedAt: null, ...paper.listing }}
        heading="h3"
        found={terms}
        names={names.get(paper.id)}
        fact={paper.listing && <ListedOn day={paper.listing.day} now={now} />}
      />
    ),
  }))
  return (
    <section className="found" aria-labelledby="count">
      <FoundBar asked={asked} total={total} isMore={isMore}>
        {save}
      </FoundBar>
      {by === 'words' && asked.query.text !== '' && (
        <p className="hint hung">
          Found by words alone
          {isLate ? ': what they mean was not ready in time. Search again in a moment.' : ', not by meaning.'}
        </p>
      )}
      {papers.length > 0 &&
        terms.size > 0 &&
        !papers.some((paper) => hasTerm(paper, terms) || names.get(paper.id)?.length) && (
          <p className="hint hung">None of these has the words that you typed: they are near in meaning.</p>
        )}
      {papers.length > 0 ? (
        <LiveList order={null} day={null} entries={entries} />
      ) : (
        <BeyondTheLast asked={asked} total={total} pageSize={foundPageSize} />
      )}
      {papers.length > 0 && (
        <FoundPages asked={asked} total={total} isMore={isMore} hasMore={hasMore} pageSize={foundPageSize} />
      )}
    </section>
  )
}

function ListedOn({ day, now }: { day: string; now: string }) {
  return <a href={`/papers/date/${day}`}>on {dayTitle(day, now)}</a>
}

function hasTerm({ title, abstract }: { title: string; abstract: string | null }, terms: ReadonlySet<string>): boolean {
  return wordsOf(`${title} ${abstract ?? ''}`).some((word) => terms.has(termOf(word)))
}
