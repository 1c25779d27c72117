import { notFound } from 'next/navigation'
import { EmptyDay } from '@/app/papers/empty-day'
import { readCalendar, readList, readWeekRanks, today } from '@/app/papers/read-list'
import { LetterBox } from '@/app/subscription/letter-box'
import { Calendar } from '@/components/calendar'
import { CalendarButton } from '@/components/calendar-button'
import { EnoughLine } from '@/components/enough-line'
import { ListHead } from '@/components/list-head'
import { LiveList } from '@/components/live-list'
import { MoreLink } from '@/components/more-link'
import { PaperItem } from '@/components/paper-item'
import { SampleNote } from '@/components/sample-note'
import { SortLinks } from '@/components/sort-links'
import { Tally } from '@/components/tally'
import { TurningCalendar } from '@/components/turning-calendar'
import { neighbours } from '@/db/listings'
import { env, feedClock } from '@/env'
import { formatDay, monthOf, weekdayName } from '@/lib/days'
import type { ListQuery } from '@/lib/list-query'
import { dayTitle, possessiveDay, rolloverInWords } from '@/lib/list-titles'
import { standingOf } from '@/lib/order'

/** A day's papers, wherever they are shown: at the day's address, or as the newest at `path`. */
export async function DayList({ day, path, query }: { day: string; path: string; query: ListQuery }) {
  const { order, page } = query
  const now = today()
  const [list, near, month] = await Promise.all([
    readList('day', day, order, page),
    neighbours({ of: 'day', value: day }),
    readCalendar(monthOf(day)),
  ])
  const { papers, totals, hasMore } = list
  if (papers.length === 0 && page > 1) notFound()
  const weekRanks = await readWeekRanks(day, papers)
  const entries = papers.map((paper) => ({
    standing: standingOf(paper),
    node: <PaperItem key={paper.id} paper={paper} weekRank={weekRanks.get(paper.id)} />,
  }))
  const calendar = <Calendar {...month} current={day} />
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <ListHead
        title={dayTitle(day, now)}
        kind="day"
        previous={stepTo(near.previous)}
        next={stepTo(near.next)}
        calendar={<CalendarButton>{calendar}</CalendarButton>}
      >
        <Tally totals={totals} isOpen={day >= now} />
        {totals.papers > 1 && <SortLinks path={path} order={order} />}
      </ListHead>
      <div>
        <SampleNote papers={papers} />
        {papers.length > 0 ? (
          <>
            <div className={order === 'top' && page === 1 ? 'leads' : undefined}>
              <LiveList order={page === 1 ? order : null} day={day} entries={entries} />
            </div>
            <MoreLink path={path} query={query} pageSize={env.LIST_PAGE_SIZE} hasMore={hasMore} of={totals.papers} />
            {!hasMore && (
              <EnoughLine
                name={weekdayName(day)}
                nextAt={day === now ? rolloverInWords(feedClock) : null}
                before={
                  near.previous
                    ? { href: `/papers/date/${near.previous}`, name: possessiveDay(near.previous, day) }
                    : null
                }
              />
            )}
          </>
        ) : (
          <EmptyDay day={day} today={now} near={near} hasDaysNear={month.days.length > 0} />
        )}
      </div>
      <aside className="margin day-margin" aria-label="Letter and calendar">
        <LetterBox />
        <TurningCalendar>{calendar}</TurningCalendar>
      </aside>
    </main>
  )
}

function stepTo(day: string | null) {
  return day ? { href: `/papers/date/${day}`, label: formatDay(day) } : null
}
