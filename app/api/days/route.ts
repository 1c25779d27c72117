import { z } from 'zod'
import { listDayCounts } from '@/db/listings'
import { door } from '@/door'
import { feedClock } from '@/env'
import { dayCountAnswer } from '@/lib/api-papers'
import { monthParam } from '@/lib/api-query'
import { daysOfMonth, feedDay, monthOf } from '@/lib/days'

const query = z.object({
  month: monthParam.optional().meta({ description: 'A month, as in 2026-06; the present one when not given.' }),
})

/** The days of a month that have papers, as the calendar shows them. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    query,
    api: { says: 'The days of a month that have papers, and how many.', answer: z.array(dayCountAnswer) },
  },
  ({ query: { month = monthOf(feedDay(Date.now(), feedClock)) } }) => {
    const days = daysOfMonth(month)
    return listDayCounts(days.at(0) ?? month, days.at(-1) ?? month)
  },
)
