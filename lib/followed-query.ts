import { z } from 'zod'
import { oneValue, type Query } from '@/lib/query'

/** What somebody's own list can be seen by: each day by time, or by votes. */
export const followedOrders = ['newest', 'top'] as const
export type FollowedOrder = (typeof followedOrders)[number]

/** As an address of the API names it, where another word is refused. */
export const followedOrderSchema = z
  .enum(followedOrders, { error: `wants ${followedOrders.join(' or ')}` })
  .meta({ description: 'Each day by time, or by votes.' })

export type FollowedQuery = { order: FollowedOrder; page: number }

/** Reads `?sort=top&p=2`. Null for a page number that no list has; an order that there is not means the usual one. */
export function readFollowedQuery(query: Query): FollowedQuery | null {
  const sort = oneValue(query, 'sort')
  const page = oneValue(query, 'p') ?? '1'
  if (!/^[1-9]\d{0,3}$/.test(page)) return null
  return { order: followedOrders.find((order) => order === sort) ?? 'newest', page: Number(page) }
}

/** The address of a part of it. */
export function followedHref({ order, page }: FollowedQuery): string {
  const query = new URLSearchParams()
  if (page > 1) query.set('p', String(page))
  if (order !== 'newest') query.set('sort', order)
  return query.size > 0 ? `/following?${query}` : '/following'
}
