import { cache } from 'react'
import type { CalendarMonth } from '@/components/calendar'
import { listDayCounts, listPapers, neighbours, ranksOfWeek, type Scope } from '@/db/listings'
import type { ListedPaper } from '@/db/types'
import { env, feedClock } from '@/env'
import { addMonths, daysOfMonth, daysOfWeek, feedDay, weekOf } from '@/lib/days'
import { compareBy, type Order } from '@/lib/order'

/** One page of a list; read once for a page and its metadata. */
export const readList = cache((of: Scope['of'], value: string, order: Order, page: number) =>
  listPapers({ of, value }, { order, page, pageSize: env.LIST_PAGE_SIZE }),
)

export function today(): string {
  return feedDay(Date.now(), feedClock)
}

export async function readCalendar(month: string): Promise<CalendarMonth> {
  const days = daysOfMonth(month)
  const [counts, near, yearBefore, yearAfter] = await Promise.all([
    listDayCounts(days.at(0) ?? month, days.at(-1) ?? month),
    neighbours({ of: 'month', value: month }),
    aYearFrom(month, -1),
    aYearFrom(month, 1),
  ])
  return { month, days: counts, ...near, yearBefore, yearAfter }
}

/** The month a year away or, without papers there, the nearest beyond it, else the nearest before it in another year. */
async function aYearFrom(month: string, years: -1 | 1): Promise<string | null> {
  const goal = addMonths(month, 12 * years)
  const short = await neighbours({ of: 'month', value: addMonths(goal, -years) })
  const found = years < 0 ? short.previous : short.next
  if (found) return found
  const past = await neighbours({ of: 'month', value: goal })
  const nearest = years < 0 ? past.next : past.previous
  if (!nearest) return null
  return years * Number(nearest.slice(0, 4)) > years * Number(month.slice(0, 4)) ? nearest : null
}

/** Places in the week that are worth a word: the first five, of a day's best three, once the week has other days. */
export async function readWeekRanks(day: string, papers: readonly ListedPaper[]): Promise<Map<string, number>> {
  const week = weekOf(day)
  const days = daysOfWeek(week)
  const counts = await listDayCounts(days.at(0) ?? day, days.at(-1) ?? day)
  if (counts.length < 2) return new Map()
  const best = [...papers].sort(compareBy('top')).slice(0, 3)
  const ranks = await ranksOfWeek(
    week,
    best.map(({ id }) => id),
  )
  return new Map([...ranks].filter(([, rank]) => rank <= 5))
}
