import { notFound } from 'next/navigation'
import { readCalendar, readList, today } from '@/app/papers/read-list'
import { LetterBox } from '@/app/subscription/letter-box'
import { Calendar } from '@/components/calendar'
import { CalendarButton } from '@/components/calendar-button'
import { EmptyList } from '@/components/empty-list'
import { EnoughLine } from '@/components/enough-line'
import { ListHead } from '@/components/list-head'
import { LiveList } from '@/components/live-list'
import { MoreLink } from '@/components/more-link'
import { PaperItem } from '@/components/paper-item'
import { SampleNote } from '@/components/sample-note'
import { SortLinks } from '@/components/sort-links'
import { Tally } from '@/components/tally'
import { WeekDays } from '@/components/week-days'
import { listDayCounts, neighbours, ranksOfWeek } from '@/db/listings'
import { env } from '@/env'
import { daysOfWeek, monthOf, weekdayName } from '@/lib/days'
import type { ListQuery } from '@/lib/list-query'
import { weekTitle } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'
import { ordinal } from '@/lib/text'

/** A week's papers, each with its place in the week and its day. */
export async function WeekList({ week, query }: { week: string; query: ListQuery }) {
  const { order, page } = query
  const now = today()
  const days = daysOfWeek(week)
  const [monday = week, sunday = week] = [days.at(0), days.at(-1)]
  const [list, near, counts, month] = await Promise.all([
    readList('week', week, order, page),
    neighbours({ of: 'week', value: week }),
    listDayCounts(monday, sunday),
    readCalendar(monthOf(monday <= now && now <= sunday ? now : monday)),
  ])
  const { papers, totals, hasMore } = list
  if (papers.length === 0 && page > 1) notFound()
  const ranks = await ranksOfWeek(
    week,
    papers.map(({ id }) => id),
  )
  const path = `/papers/week/${week}`
  const stepTo = (other: string | null) =>
    other ? { href: `/papers/week/${other}`, label: weekTitle(other, now) } : null
  const before = stepTo(near.previous)
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <ListHead
        title={weekTitle(week, now)}
        kind="week"
        previous={before}
        next={stepTo(near.next)}
        calendar={
          <CalendarButton>
            <Calendar {...month} />
          </CalendarButton>
        }
      >
        <Tally totals={totals} isOpen={now <= sunday} />
        {totals.papers > 1 && <SortLinks path={path} order={order} />}
      </ListHead>
      <div>
        <SampleNote papers={papers} />
        {papers.length === 0 && (
          <EmptyList heading={now <= sunday ? 'Nothing has come in yet.' : 'No papers in that week.'} meanwhile={null}>
            <p>The arrows above lead to the nearest weeks that have papers, the calendar to their days.</p>
          </EmptyList>
        )}
        {papers.length > 0 && (
          <div className={order === 'top' && page === 1 ? 'dated leads' : 'dated'}>
            <LiveList
              order={page === 1 ? order : null}
              day={null}
              saysPlaces
              entries={papers.map((paper) => ({
                standing: standingOf(paper),
                node: <PaperItem key={paper.id} paper={paper} when={<Place {...paper} rank={ranks.get(paper.id)} />} />,
              }))}
            />
          </div>
        )}
        <MoreLink path={path} query={query} pageSize={env.LIST_PAGE_SIZE} hasMore={hasMore} of={totals.papers} />
        {papers.length > 0 && !hasMore && (
          <EnoughLine
            name={`the week of ${weekTitle(week, now)}`}
            isOpen={now <= sunday}
            before={before ? { href: before.href, name: before.label } : null}
          />
        )}
      </div>
      <aside className="margin day-margin" aria-label="Days and letter">
        <WeekDays days={days} counts={counts} today={now} />
        <LetterBox frequency="weekly" />
      </aside>
    </main>
  )
}

function Place({ rank, day }: { rank: number | undefined; day: string }) {
  return (
    <>
      {rank !== undefined && <b>{ordinal(rank)}</b>}
      <a href={`/papers/date/${day}`}>{weekdayName(day)}</a>
    </>
  )
}
