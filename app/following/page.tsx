import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyFollowing } from '@/app/following/empty-following'
import { FollowedDays } from '@/app/following/followed-days'
import { isVisit, readPrefill, signedInAt } from '@/app/following/read-following'
import { AddFollow, AddMuted } from '@/components/follow/add-forms'
import { Followed, FollowedLine } from '@/components/follow/followed'
import { FormMessage } from '@/components/form-message'
import { LivePage } from '@/components/live-page'
import { SavedLines } from '@/components/saved/saved-lines'
import { visitFollowing } from '@/db/follow-visits'
import { listFollowing } from '@/db/following'
import { listFollows } from '@/db/follows'
import { listSavedSearches } from '@/db/saved-searches'
import { getFlash } from '@/door/flash'
import { env, feedClock } from '@/env'
import { followedHref, followedOrders, readFollowedQuery } from '@/lib/followed-query'
import { placesOf } from '@/lib/list-query'
import { shortDay } from '@/lib/list-titles'
import { oneValue, type PageInput } from '@/lib/query'
import { count, plural } from '@/lib/text'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Following', robots: { index: false } }

const orderNames = { newest: 'Newest', top: 'Top' }
// Named are what a form has just said; an address alone puts no words here.
const news: Record<string, (title: string) => string> = {
  follow: (title) => `You follow ${title}.`,
  none: (title) => `${title} is let go.`,
  mute: (title) => `${title} is muted.`,
}

/** A person's own daily list, and what it is made of. */
export default async function FollowingPage({ searchParams }: PageInput) {
  const given = await searchParams
  const { userId } = await signedInAt('/following', given)
  const query = readFollowedQuery(given)
  if (!query) notFound()
  const now = Date.now()
  if (await isVisit()) await visitFollowing(userId, now)
  const [list, lines, searches, flash] = await Promise.all([
    listFollowing(userId, { ...query, pageSize: env.LIST_PAGE_SIZE, now, clock: feedClock }),
    listFollows(userId),
    listSavedSearches(userId),
    getFlash(given),
  ])
  if (list.papers.length === 0 && query.page > 1) notFound()
  const followed = lines.filter(({ muted }) => !muted)
  const muted = lines.filter((line) => line.muted)
  const about = (part: string) => (flash?.part === part ? flash : null)
  const newsOf = (part: string) => {
    const title = about(part)?.values.title
    return title && news[oneValue(given, 'saved') ?? '']?.(title)
  }
  const paging = { pageSize: env.LIST_PAGE_SIZE, of: list.total }
  return (
    <main id="main" className="wrap sheet following" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Following</h1>
          <div className="side">
            <p className="tally">
              {[
                list.total > 0 && `${plural(list.total, 'paper')} since ${shortDay(list.since)}`,
                list.fresh > 0 && `${count(list.fresh)} new`,
                list.hidden > 0 && `${count(list.hidden)} muted`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {list.total > 1 && (
              <nav className="order" aria-label="Order">
                {followedOrders.map((order) => (
                  <a
                    key={order}
                    href={followedHref({ order, page: 1 })}
                    aria-current={order === query.order ? 'true' : undefined}
                  >
                    {orderNames[order]}
                  </a>
                ))}
              </nav>
            )}
            <p className="order to-follows">
              <a href="#follows">You follow</a>
              <a href="#searches">Searches</a>
              <a href="#add">Follow more</a>
              <a href="#mute">Muted words</a>
            </p>
          </div>
        </div>
      </div>
      <div>
        {list.papers.length > 0 ? (
          <FollowedDays papers={list.papers} order={query.order} isFirst={query.page === 1} />
        ) : (
          <EmptyFollowing hasFollows={followed.length > 0} hidden={list.hidden} since={list.since} />
        )}
        {list.hasMore && (
          <a className="more" href={followedHref({ ...query, page: query.page + 1 })}>
            {placesOf({ page: query.page + 1, ...paging })}
            <span>of {count(list.total)}</span>
          </a>
        )}
        {query.page > 1 && (
          <a className="more" href={followedHref({ ...query, page: query.page - 1 })}>
            Back to {placesOf({ page: query.page - 1, ...paging })}
          </a>
        )}
      </div>
      <aside className="margin day-margin" aria-label="What you follow">
        <section id="follows">
          <h2>You follow</h2>
          <FormMessage>{newsOf('follows')}</FormMessage>
          {followed.length === 0 && <p>Nothing yet.</p>}
          <Followed lines={followed} hasPool={env.INGEST_CATEGORIES.length > 0} />
        </section>
        <section id="searches">
          <h2>Saved searches</h2>
          <SavedLines searches={searches} />
        </section>
        <section id="add">
          <h2>Follow more</h2>
          <AddFollow flash={about('add')} prefill={readPrefill(given)} />
        </section>
        <section id="mute">
          <h2>Muted words</h2>
          <FormMessage>{newsOf('mute')}</FormMessage>
          {muted.length > 0 && (
            <ul className="followed">
              {muted.map((line) => (
                <FollowedLine key={line.id} line={line} />
              ))}
            </ul>
          )}
          <AddMuted flash={about('mute')} />
        </section>
      </aside>
      <LivePage />
    </main>
  )
}
