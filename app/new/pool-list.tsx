import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyPool } from '@/app/new/empty-pool'
import { readNewestPoolDay, readPool } from '@/app/new/read-pool'
import { listMetadata } from '@/app/papers/list-metadata'
import { today } from '@/app/papers/read-list'
import { LetterBox } from '@/app/subscription/letter-box'
import { FollowForm } from '@/components/follow/follow-form'
import { ListHead } from '@/components/list-head'
import { LiveList } from '@/components/live-list'
import { MoreLink } from '@/components/more-link'
import { PaperItem } from '@/components/paper-item'
import { PoolCategories } from '@/components/pool-categories'
import { listFedCategory } from '@/db/feed-papers'
import { listPoolCategories, poolNeighbours } from '@/db/pool-lists'
import type { PoolPaper } from '@/db/types'
import { env } from '@/env'
import { formatDay, formatDayLong } from '@/lib/days'
import type { OfferedFeed } from '@/lib/feed-address'
import { readListQuery } from '@/lib/list-query'
import { dayTitle, shortDay } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'
import { poolPath } from '@/lib/pool-address'
import type { Query } from '@/lib/query'
import { plural } from '@/lib/text'

type Asked = { category: string | null; day: string | null; query: Query }

/** What arXiv announced on a day, or last: papers that wait for a first vote, and those that have had it. */
export async function PoolList({ category, day: askedDay, query: given }: Asked) {
  const query = readListQuery(given)
  if (!query) notFound()
  const now = today()
  const newest = await readNewestPoolDay()
  const day = askedDay ?? newest ?? now
  const [list, categories, near] = await Promise.all([
    readPool(day, category, query.page),
    listPoolCategories(day),
    poolNeighbours(day),
  ])
  if (list.papers.length === 0 && query.page > 1) notFound()
  const step = (to: string | null) => (to ? { href: poolPath(category, to), label: formatDay(to) } : null)
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <ListHead
        title={`${category ?? 'New'} on ${dayTitle(day, now)}`}
        kind="day"
        previous={step(near.previous)}
        next={step(near.next)}
        calendar={null}
      >
        <p className="tally">{plural(list.total, 'paper')} from arXiv</p>
        {category && <FollowForm kind="category" value={category} label={category} />}
      </ListHead>
      <div>
        {list.papers.length > 0 ? (
          <>
            <p className="hint hung about-pool">
              What arXiv announced on this day. The first upvote puts a paper on the list of the day it is cast.
            </p>
            <div className="dated">
              <LiveList order={query.page === 1 ? 'top' : null} day={null} entries={list.papers.map(entryOf)} />
            </div>
            <MoreLink
              path={poolPath(category, askedDay)}
              query={{ order: 'top', page: query.page }}
              pageSize={env.LIST_PAGE_SIZE}
              hasMore={list.hasMore}
              of={list.total}
            />
          </>
        ) : (
          <EmptyPool
            category={category}
            nearest={near.previous ?? near.next}
            isEmpty={newest === null}
            others={categories.length > 0 ? day : null}
          />
        )}
      </div>
      <aside className="margin day-margin" aria-label="Letter and categories">
        <LetterBox />
        <PoolCategories counts={categories} current={category} day={askedDay} />
      </aside>
    </main>
  )
}

/** Of a list of the pool, at its address. */
export async function poolMetadata({ category, day: askedDay, query: given }: Asked): Promise<Metadata> {
  const query = readListQuery(given)
  if (!query) return {}
  const day = askedDay ?? (await readNewestPoolDay()) ?? today()
  const list = await readPool(day, category, query.page)
  const title = `${category ? `New in ${category}` : 'New papers'}, ${formatDayLong(day)}`
  const feed = category === null ? undefined : await categoryFeed(category)
  return listMetadata({ title, path: poolPath(category, askedDay), list, lead: title, feed })
}

/** Offered once it has something to tell. */
async function categoryFeed(category: string): Promise<OfferedFeed | undefined> {
  const { papers } = await listFedCategory(category, { page: 1, pageSize: 1 })
  return papers.length > 0 ? { subject: { of: 'category', category }, title: `Papers in ${category}` } : undefined
}

function entryOf(paper: PoolPaper) {
  const { id, day, publishedAt } = paper
  const when = day && <a href={`/papers/date/${day}`}>Listed {shortDay(day)}</a>
  return {
    // The pool knows no time of listing: papers of as many votes stand as they came to arXiv.
    standing: standingOf({ ...paper, submittedAt: publishedAt }),
    node: <PaperItem key={id} paper={paper} when={when} />,
  }
}
