import { z } from 'zod'
import { isDay, parseMonth, parseWeek } from '@/lib/days'
import { orders } from '@/lib/order'
import { parsePaperId } from '@/lib/paper-id'
import { isCategory } from '@/lib/pool-address'

/* What the API's addresses take behind the question mark. A message goes on after the parameter's name. */

/** A whole number as an address writes it. The bounds are inclusive, and stand in the description of the API. */
export function whole(least: number, most: number, about: string) {
  const error = `wants a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`
  return z
    .string()
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error))
    .meta({ type: 'integer', minimum: least, maximum: most, description: about })
}

export const limitParam = whole(1, 100, 'How many at most; 50 when not given.').default(50)

/** Pages from 1, as the pages of the site count. */
export const pageParam = whole(1, 9_999, 'The page, from 1.').default(1)

const [aDay, aWeek, aMonth] = [
  'wants a day, as in 2026-06-02',
  'wants an ISO week, as in 2026-W23',
  'wants a month, as in 2026-06',
]

export const dayParam = z
  .string(aDay)
  .refine(isDay, aDay)
  .meta({ format: 'date', description: 'A day, as in 2026-06-02.' })

export const weekParam = z.string(aWeek).refine(parseWeek, aWeek).meta({ description: 'An ISO week, as in 2026-W23.' })

export const monthParam = z.string(aMonth).refine(parseMonth, aMonth).meta({ description: 'A month, as in 2026-06.' })

export const categoryParam = z
  .string()
  .refine(isCategory, { error: 'wants a category, as in cs.LG' })
  .meta({ description: 'A category of arXiv, as in cs.LG.' })

export const paperParam = z.string().transform((text, { addIssue }) => {
  const id = parsePaperId(text)
  if (id) return id
  addIssue({ code: 'custom', message: 'wants the id of a paper, as in 2606.00001' })
  return z.NEVER
})

export const orderParam = z.enum(orders, { error: `wants ${orders.join(', ')}` })

/**
 * Where the page before ended, as the Link header of that page says it.
 * @param read null for what we did not write
 */
export function cursorParam<T>(read: (text: string) => T | null) {
  return z
    .string()
    .max(100, 'is none that we gave')
    .transform((text, { addIssue }): T => {
      const cursor = read(text)
      if (cursor !== null) return cursor
      addIssue({ code: 'custom', message: 'is none that we gave' })
      return z.NEVER
    })
    .optional()
    .meta({ description: 'Where the page before ended: take it from its Link header.' })
}

/** One page of a list, `p` from 1. */
export const pageQuery = z.object({ p: pageParam, limit: limitParam })
