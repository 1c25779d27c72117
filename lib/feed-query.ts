import { z } from 'zod'
import { dayParam, limitParam, monthParam, weekParam, whole } from '@/lib/api-query'
import { orders } from '@/lib/order'

/** What /api/daily_papers is asked for. */
export type FeedQuery = {
  /** One day, ISO week or month; null is everything, newest day first. */
  scope: { of: 'day' | 'week' | 'month'; value: string } | null
  submitter: string | null
  sort: FeedOrder
  limit: number
  offset: number
}

/** The two of Hugging Face's API, and the orders of the pages. */
export const feedOrders = ['publishedAt', 'trending', ...orders] as const
export type FeedOrder = (typeof feedOrders)[number]

/** What is said where more than one of them is named. */
export const oneScope = { path: ['date'], error: 'or week or month: one of them' }

/** The query of /api/daily_papers; pages count from 0, as those who ask for them do. */
export const feedQuerySchema = z
  .object({
    p: whole(0, 10_000, 'The page, from 0.').default(0),
    limit: limitParam,
    date: dayParam.optional(),
    week: weekParam.optional(),
    month: monthParam.optional(),
    submitter: z
      .string()
      .trim()
      .min(1, 'wants a name')
      .max(100, 'wants a name')
      .optional()
      .meta({ description: 'Who put the papers on the list: a name.' }),
    sort: z
      .enum(feedOrders, { error: `wants ${feedOrders.join(', ')}` })
      .default('publishedAt')
      .meta({
        description:
          'publishedAt: the newest day first, each day by votes. trending: by votes that fade. top, newest, discussed: as the pages of a day sort.',
      }),
  })
  .refine(isOneScope, oneScope)
  .transform(({ p, limit, date, week, month, submitter = null, sort }): FeedQuery & { page: number } => {
    return { scope: scopeOf({ date, week, month }), submitter, sort, limit, offset: p * limit, page: p }
  })

/** A day, a week or a month, as somebody names one of them. */
type NamedScope = { date?: string | undefined; week?: string | undefined; month?: string | undefined }

/** Whether at most one of them is named. */
export function isOneScope({ date, week, month }: NamedScope): boolean {
  return [date, week, month].filter(Boolean).length <= 1
}

/** The one that is named; null when none is. */
export function scopeOf({ date, week, month }: NamedScope): FeedQuery['scope'] {
  if (date) return { of: 'day', value: date }
  if (week) return { of: 'week', value: week }
  return month ? { of: 'month', value: month } : null
}
