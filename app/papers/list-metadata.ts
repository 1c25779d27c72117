import type { Metadata } from 'next'
import { readList } from '@/app/papers/read-list'
import { env } from '@/env'
import { formatDayLong } from '@/lib/days'
import { feedLinks, newestFeed, type OfferedFeed } from '@/lib/feed-address'
import { type ListQuery, listHref } from '@/lib/list-query'
import { markdownLink } from '@/lib/markdown-address'
import { plainTitle } from '@/lib/tex'
import { shorten } from '@/lib/text'

type About = {
  title: string
  path: string
  list: { papers: readonly { title: string }[]; page: number }
  lead: string
  /** A feed of the same, offered before that of everything. */
  feed?: OfferedFeed
}

/** What others show of a list: its date and the papers that stand first. Orders share one address, pages do not. */
export function listMetadata({ title, path, list, lead, feed }: About): Metadata {
  const first = list.papers.slice(0, 3).map((paper) => plainTitle(paper.title))
  const description = first.length > 0 ? shorten(`${lead}: ${first.join('; ')}`, 199) : `${lead}: none yet.`
  const canonical = listHref(path, { order: 'top', page: list.page })
  return {
    // In full, as the template of a layout passes the front page by.
    title: { absolute: `${title} · ${env.SITE_NAME}` },
    description,
    alternates: { canonical, types: { ...feedLinks(...(feed ? [feed] : []), newestFeed), ...markdownLink(canonical) } },
    openGraph: { type: 'website', siteName: env.SITE_NAME, title, description, url: canonical },
    robots: first.length > 0 ? undefined : { index: false },
  }
}

/** Of a day's list at an address: its own, or the front page's. */
export async function dayMetadata(day: string, path: string, { order, page }: ListQuery): Promise<Metadata> {
  const title = formatDayLong(day)
  const list = await readList('day', day, order, page)
  const feed: OfferedFeed | undefined = path === '/' ? undefined : { subject: { of: 'day', day }, title }
  return listMetadata({ title, path, list, lead: `Papers of ${title}`, feed })
}
