import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { listMetadata } from '@/app/papers/list-metadata'
import { LetterBox } from '@/app/subscription/letter-box'
import { EmptyList } from '@/components/empty-list'
import { LiveList } from '@/components/live-list'
import { MoreLink } from '@/components/more-link'
import { PaperItem } from '@/components/paper-item'
import { SampleNote } from '@/components/sample-note'
import { listTrending } from '@/db/listings'
import { env } from '@/env'
import { heatAt } from '@/lib/heat'
import { readListQuery } from '@/lib/list-query'
import { shortDay } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'
import type { PageInput } from '@/lib/query'
import { count } from '@/lib/text'

export const dynamic = 'force-dynamic'

const readTrending = cache((page: number) => listTrending({ page, pageSize: env.LIST_PAGE_SIZE }))

export async function generateMetadata({ searchParams }: PageInput): Promise<Metadata> {
  const query = readListQuery(await searchParams)
  if (!query) return {}
  const list = await readTrending(query.page)
  return listMetadata({
    title: 'Trending',
    path: '/papers/trending',
    list,
    lead: 'Papers voted for of late',
    feed: { subject: { of: 'trending' }, title: 'Trending papers' },
  })
}

export default async function TrendingPage({ searchParams }: PageInput) {
  const query = readListQuery(await searchParams)
  if (!query) notFound()
  const { page } = query
  const { papers, hasMore, today } = await readTrending(page)
  if (papers.length === 0 && page > 1) notFound()
  const now = Date.now()
  const entries = papers.map((paper) => {
    const heat = paper.heat === null ? 0 : heatAt(paper.heat, now, env.HEAT_HALF_LIFE_HOURS)
    return {
      standing: standingOf(paper),
      heat: paper.heat,
      node: (
        <PaperItem
          key={paper.id}
          paper={paper}
          when={<Heat heat={heat} today={today[paper.id] ?? 0} day={paper.day} />}
        />
      ),
    }
  })
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Trending</h1>
          <p className="tally">as of {new Date(now).toISOString().slice(11, 16)} UTC</p>
        </div>
      </div>
      <div>
        <p className="hint hung">
          Heat is votes that fade: each counts for half after {hours(env.HEAT_HALF_LIFE_HOURS)}, a quarter after{' '}
          {hours(2 * env.HEAT_HALF_LIFE_HOURS)}.{' '}
          <a className="link" href="/about#trending">
            Check one paper’s number
          </a>
        </p>
        <SampleNote papers={papers} />
        {papers.length === 0 && (
          <EmptyList heading="Nothing is warm yet." meanwhile={null}>
            <p>
              Papers appear here with their first vote.{' '}
              <a className="link" href="/">
                Look at the newest
              </a>
            </p>
          </EmptyList>
        )}
        {papers.length > 0 && (
          <div className={page === 1 ? 'dated leads' : 'dated'}>
            <LiveList
              order={page === 1 ? 'heat' : null}
              day={null}
              entries={entries}
              halfLifeHours={env.HEAT_HALF_LIFE_HOURS}
              saysPlaces
            />
          </div>
        )}
        <MoreLink
          path="/papers/trending"
          query={{ order: 'top', page }}
          pageSize={env.LIST_PAGE_SIZE}
          hasMore={hasMore}
        />
      </div>
      <aside className="margin day-margin" aria-label="Letter">
        <LetterBox />
      </aside>
    </main>
  )
}

function Heat({ heat, today, day }: { heat: number; today: number; day: string }) {
  // A number that rounds to nothing says less than the day that the paper was on.
  if (heat < 0.05) return <a href={`/papers/date/${day}`}>{shortDay(day)}</a>
  return (
    <>
      <b>heat {heat < 0.95 ? heat.toFixed(1) : count(Math.round(heat))}</b>
      {today > 0 && <span>{count(today)} today</span>}
    </>
  )
}

function hours(n: number): string {
  if (n === 24) return 'a day'
  if (n === 48) return 'two'
  return n % 24 === 0 ? `${count(n / 24)} days` : n === 1 ? 'an hour' : `${count(n)} hours`
}
