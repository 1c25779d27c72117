import { today } from '@/app/papers/read-list'
import { waysOut } from '@/app/papers/search/ways-out'
import { LiveList } from '@/components/live-list'
import { PaperItem } from '@/components/paper-item'
import { FoundBar } from '@/components/search/found-bar'
import { FoundPages } from '@/components/search/found-pages'
import { BeyondTheLast, NothingFound } from '@/components/search/nothing-found'
import { env } from '@/env'
import { dayTitle } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'
import type { AskedSearch } from '@/lib/search-asked'
import { markedTerms } from '@/lib/search-marks'
import type { FoundPapers } from '@/outside/find-papers'

/** One page of what was found, or what to do where nothing was. */
export async function Found({ asked, found }: { asked: AskedSearch; found: FoundPapers }) {
  const { papers, total, isMore, hasMore, by, isLate } = found
  if (total === 0) return <NothingFound asked={asked} ways={await waysOut(asked)} />
  const terms = markedTerms(asked.query)
  const now = today()
  const entries = papers.map((paper) => ({
    // What was found has no time of listing that it is sorted by.
    standing: standingOf({ ...paper, submittedAt: paper.publishedAt }),
    node: (
      <PaperItem
        key={paper.id}
        paper={paper}
        heading="h3"
        found={terms}
        fact={paper.day && <a href={`/papers/date/${paper.day}`}>on {dayTitle(paper.day, now)}</a>}
      />
    ),
  }))
  return (
    <section className="found" aria-labelledby="count">
      <FoundBar asked={asked} total={total} isMore={isMore} />
      {by === 'words' && asked.query.text !== '' && (
        <p className="hint hung">
          Found by words alone
          {isLate ? ': what they mean was not ready in time. Search again in a moment.' : ', not by meaning.'}
        </p>
      )}
      {papers.length > 0 ? (
        <LiveList order={null} day={null} entries={entries} />
      ) : (
        <BeyondTheLast asked={asked} total={total} pageSize={env.LIST_PAGE_SIZE} />
      )}
      {papers.length > 0 && (
        <FoundPages asked={asked} total={total} isMore={isMore} hasMore={hasMore} pageSize={env.LIST_PAGE_SIZE} />
      )}
    </section>
  )
}
