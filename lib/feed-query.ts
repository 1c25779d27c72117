import { z } from 'zod'
import { isDay, parseMonth, parseWeek } from '@/lib/days'

/** What /api/daily_papers is asked for. */
export type FeedQuery = {
  /** One day, ISO week or month; null is everything, newest day first. */
  scope: { of: 'day' | 'week' | 'month'; value: string } | null
  submitter: string | null
  sort: 'publishedAt' | 'trending'
  limit: number
  offset: number
}

export type ReadFeedQuery =
  | { ok: true; query: FeedQuery }
  | { ok: false; error: string; fields: Record<string, string> }

const schema = z
  .object({
    p: whole(0, 10_000).default(0),
    limit: whole(1, 100).default(50),
    date: z.string().refine(isDay, { error: 'wants a day, as in 2026-06-02' }).optional(),
    week: z.string().refine(parseWeek, { error: 'wants an ISO week, as in 2026-W23' }).optional(),
    month: z.string().refine(parseMonth, { error: 'wants a month, as in 2026-06' }).optional(),
    submitter: z.string().trim().min(1, 'wants a name').max(100, 'wants a name').optional(),
    sort: z.enum(['publishedAt', 'trending'], { error: 'wants publishedAt or trending' }).default('publishedAt'),
  })
  .refine(({ date, week, month }) => [date, week, month].filter(Boolean).length <= 1, {
    path: ['date'],
    error: 'or week or month: one of them',
  })

/** Reads the query of /api/daily_papers; parameters that it does not know are left alone, empty ones count as absent. */
export function readFeedQuery(search: URLSearchParams): ReadFeedQuery {
  const read = schema.safeParse(Object.fromEntries([...search].filter(([, value]) => value !== '')))
  if (!read.success) {
    const fields: Record<string, string> = {}
    for (const { path, message } of read.error.issues) fields[path.join('.')] ??= message
    const error = Object.entries(fields).map(([name, message]) => `${name} ${message}`)
    return { ok: false, error: `${error.join('; ')}.`, fields }
  }
  const { p, limit, date, week, month, submitter = null, sort } = read.data
  const query = { scope: scopeOf({ day: date, week, month }), submitter, sort, limit, offset: p * limit }
  return { ok: true, query }
}

/** The `limit` of a list alone: 1 to 100, 50 when not given. */
export function readLimit(search: URLSearchParams): { ok: true; value: number } | { ok: false; error: string } {
  const read = schema.shape.limit.safeParse(search.get('limit') || undefined)
  return read.success ? { ok: true, value: read.data } : { ok: false, error: `limit ${read.error.issues[0]?.message}.` }
}

/** The same address, one page on. */
export function nextPage(url: URL, siteUrl: string): string {
  const next = new URL(url.pathname + url.search, siteUrl)
  next.searchParams.set('p', String(Number(url.searchParams.get('p') ?? 0) + 1))
  return next.href
}

function scopeOf(given: Record<'day' | 'week' | 'month', string | undefined>): FeedQuery['scope'] {
  for (const kind of ['day', 'week', 'month'] as const) {
    const value = given[kind]
    if (value !== undefined) return { of: kind, value }
  }
  return null
}

function whole(least: number, most: number) {
  const error = `wants a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`
  return z
    .string()
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error))
}
