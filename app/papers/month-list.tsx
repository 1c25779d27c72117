import { notFound } from 'next/navigation'
import { readCalendar, readList, today } from '@/app/papers/read-list'
import { LetterBox } from '@/app/subscription/letter-box'
import { Calendar } from '@/components/calendar'
import { CalendarButton } from '@/components/calendar-button'
import { CommentCount } from '@/components/comment-count'
import { EmptyList } from '@/components/empty-list'
import { EnoughLine } from '@/components/enough-line'
import { ListHead } from '@/components/list-head'
import { LiveList } from '@/components/live-list'
import { MoreLink } from '@/components/more-link'
import { PaperTitle } from '@/components/paper-item'
import { SampleNote } from '@/components/sample-note'
import { SortLinks } from '@/components/sort-links'
import { Tally } from '@/components/tally'
import { TurningCalendar } from '@/components/turning-calendar'
import type { ListedPaper } from '@/db/types'
import { env } from '@/env'
import { formatMonth, monthName, monthOf } from '@/lib/days'
import type { ListQuery } from '@/lib/list-query'
import { shortDay } from '@/lib/list-titles'
import { type Order, standingOf } from '@/lib/order'
import { paperPath } from '@/lib/paper-id'

/** A month's papers, titles only: what one looks over, not through. */
export async function MonthList({ month, query }: { month: string; query: ListQuery }) {
  const { order, page } = query
  const [{ papers, totals, hasMore }, days] = await Promise.all([
    readList('month', month, order, page),
    readCalendar(month),
  ])
  if (papers.length === 0 && page > 1) notFound()
  const isOpen = month >= monthOf(today())
  const path = `/papers/month/${month}`
  const calendar = <Calendar {...days} />
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <ListHead
        title={formatMonth(month)}
        kind="month"
        previous={stepTo(days.previous)}
        next={stepTo(days.next)}
        calendar={<CalendarButton>{calendar}</CalendarButton>}
      >
        <Tally totals={totals} isOpen={isOpen} />
        {totals.papers > 1 && <SortLinks path={path} order={order} />}
      </ListHead>
      <div>
        <SampleNote papers={papers} />
        {papers.length === 0 && (
          <EmptyList heading={isOpen ? 'Nothing has come in yet.' : 'No papers in that month.'} meanwhile={null}>
            <p>The arrows above lead to the nearest months that have papers.</p>
          </EmptyList>
        )}
        {papers.length > 0 && (
          <div className="compact titles">
            <LiveList
              order={page === 1 ? order : null}
              day={null}
              entries={papers.map((paper) => ({
                standing: standingOf(paper),
                node: <PaperTitle key={paper.id} paper={paper} when={<Edge paper={paper} order={order} />} />,
              }))}
            />
          </div>
        )}
        <MoreLink path={path} query={query} pageSize={env.LIST_PAGE_SIZE} hasMore={hasMore} of={totals.papers} />
        {papers.length > 0 && !hasMore && (
          <EnoughLine
            name={monthName(month)}
            isOpen={isOpen}
            before={days.previous ? { href: `/papers/month/${days.previous}`, name: formatMonth(days.previous) } : null}
          />
        )}
      </div>
      <aside className="margin day-margin" aria-label="Letter and calendar">
        <LetterBox />
        <TurningCalendar>{calendar}</TurningCalendar>
      </aside>
    </main>
  )
}

function Edge({ paper: { id, day, comments }, order }: { paper: ListedPaper; order: Order }) {
  if (order === 'discussed') return <CommentCount paperId={id} comments={comments} href={`${paperPath(id)}#talk`} />
  return <a href={`/papers/date/${day}`}>{shortDay(day)}</a>
}

function stepTo(month: string | null) {
  return month ? { href: `/papers/month/${month}`, label: formatMonth(month) } : null
}
