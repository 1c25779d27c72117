import { type Order, orders } from '@/lib/order'
import { oneValue, type Query } from '@/lib/query'
import { ordinal } from '@/lib/text'

/** Which part of a list is asked for: `?sort=newest&p=2`. Pages count from 1. */
export type ListQuery = { order: Order; page: number }

/** Reads a list's address. Null for a page number that no list has; an order that there is not means the usual one. */
export function readListQuery(query: Query): ListQuery | null {
  const sort = oneValue(query, 'sort')
  const page = oneValue(query, 'p') ?? '1'
  if (!/^[1-9]\d{0,3}$/.test(page)) return null
  return { order: orders.find((order) => order === sort) ?? 'top', page: Number(page) }
}

/** The address of a part of a list; the first page in the usual order is the list's own address. */
export function listHref(path: string, { order, page }: ListQuery): string {
  const query = new URLSearchParams()
  if (page > 1) query.set('p', String(page))
  if (order !== 'top') query.set('sort', order)
  return query.size > 0 ? `${path}?${query}` : path
}

/** The places on one page of a list, as in `9th to 28th`; `of` when the length of the list is known. */
export function placesOf({ page, pageSize, of }: { page: number; pageSize: number; of?: number }): string {
  const first = (page - 1) * pageSize + 1
  if (of === undefined) return `From the ${ordinal(first)} on`
  const last = Math.min(page * pageSize, of)
  return last <= first ? ordinal(first) : `${ordinal(first)} to ${ordinal(last)}`
}
