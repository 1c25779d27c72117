import { getNewestDay, listPapers, listTrending, neighbours, type Scope } from '@/db/listings'
import { getPapers } from '@/db/papers'
import { getNewestPoolDay, listPool, poolNeighbours } from '@/db/pool-lists'
import type { Paper } from '@/db/types'
import { env, feedClock } from '@/env'
import { feedDay, formatDayLong, formatMonth, formatWeek } from '@/lib/days'
import type { ToldList } from '@/lib/list-markdown'
import { listHref } from '@/lib/list-query'
import type { Order } from '@/lib/order'
import { poolPath } from '@/lib/pool-address'
import { plural } from '@/lib/text'

export type Paging = { page: number; pageSize: number }

/** A list to be told, without the ways on; where people read it, and whether there is another page. */
export type ToldPage = {
  list: Omit<ToldList, 'ways'> & { papers: Paper[] }
  path: string
  hasMore: boolean
  near: { previous: string | null; next: string | null }
}

/** A day, week or month. */
export async function tellScope(scope: Scope, paging: Paging & { order: Order }): Promise<ToldPage> {
  const [{ papers, totals, hasMore }, near] = await Promise.all([listPapers(scope, paging), neighbours(scope)])
  const { of, value } = scope
  const about = `${plural(totals.papers, 'paper')}, ${plural(totals.upvotes, 'upvote')}, ${plural(totals.comments, 'comment')}.`
  return {
    list: {
      title: `Papers of ${scopeTitle(scope)}`,
      about: papers.length > 0 || paging.page > 1 ? [`${about} ${orderWords[paging.order]}`] : ['No papers.'],
      papers: await wholePapers(papers),
      from: firstPlace(paging),
      isConcise: of === 'month',
    },
    path: scopePath(of, value),
    hasMore,
    near: { previous: near.previous && scopePath(of, near.previous), next: near.next && scopePath(of, near.next) },
  }
}

/** The newest day that has papers, today while there is none. */
export async function newestScope(): Promise<Scope> {
  return { of: 'day', value: (await getNewestDay()) ?? feedDay(Date.now(), feedClock) }
}

export async function tellTrending(paging: Paging): Promise<ToldPage> {
  const { papers, hasMore } = await listTrending(paging)
  return {
    list: {
      title: 'Trending papers',
      about: [`By votes that fade: each counts for half after ${plural(env.HEAT_HALF_LIFE_HOURS, 'hour')}.`],
      papers: await wholePapers(papers),
      from: firstPlace(paging),
    },
    path: '/papers/trending',
    hasMore,
    near: { previous: null, next: null },
  }
}

/** What arXiv announced on a day, or last. */
export async function tellPool(category: string | null, askedDay: string | null, paging: Paging): Promise<ToldPage> {
  const day = askedDay ?? (await getNewestPoolDay()) ?? feedDay(Date.now(), feedClock)
  const [{ papers, total, hasMore }, near] = await Promise.all([
    listPool(day, { category, ...paging }),
    poolNeighbours(day),
  ])
  const where = category ? ` in ${category}` : ' from arXiv'
  return {
    list: {
      title: `New${where} on ${formatDayLong(day)}`,
      about: [
        `${plural(total, 'paper')}${where}. The first upvote puts a paper on the list of the day on which it is cast.`,
      ],
      papers: await wholePapers(papers),
      from: firstPlace(paging),
    },
    path: poolPath(category, askedDay),
    hasMore,
    near: {
      previous: near.previous && poolPath(category, near.previous),
      next: near.next && poolPath(category, near.next),
    },
  }
}

/** The same papers with authors and links, in the same order. */
function wholePapers(listed: readonly { id: string }[]): Promise<Paper[]> {
  return getPapers(listed.map(({ id }) => id))
}

export function firstPlace({ page, pageSize }: Paging): number {
  return (page - 1) * pageSize + 1
}

/** The page after this one, where people read it; null when this is the last. */
export function nextPath({ path, hasMore }: Pick<ToldPage, 'path' | 'hasMore'>, page: number, order: Order = 'top') {
  return hasMore ? listHref(path, { order, page: page + 1 }) : null
}

const orderWords: Record<Order, string> = {
  top: 'Most upvotes first.',
  newest: 'Newest first.',
  discussed: 'Most comments first.',
}

/** `Tuesday, June 2, 2026`, `Week 23, 2026`, `June 2026` */
export function scopeTitle({ of, value }: Scope): string {
  return of === 'day' ? formatDayLong(value) : of === 'week' ? formatWeek(value) : formatMonth(value)
}

function scopePath(of: Scope['of'], value: string): string {
  return `/papers/${of === 'day' ? 'date' : of}/${value}`
}
