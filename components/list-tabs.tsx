'use client'

import { usePathname } from 'next/navigation'
import { useViewer } from '@/components/viewer-store'

/** Where the week and the month that are newest are read; what is new only where papers come in by themselves. */
export type TabLinks = { week: string; month: string; pool: string | null }

type Props = {
  links: TabLinks
  /** With the way to the reader's own list, where there is room for it. */
  hasOwn?: boolean
}

/** The ways through the papers. A client component, as the layout around a page cannot know its address. */
export function ListTabs({ links, hasOwn = false }: Props) {
  const path = usePathname()
  const { viewer } = useViewer()
  const own =
    hasOwn && viewer !== null ? [{ name: 'Following', href: '/following', isHere: path === '/following' }] : []
  const tabs = [
    { name: 'Daily', href: '/', isHere: path === '/' || path === '/papers' || path.startsWith('/papers/date/') },
    { name: 'Weekly', href: links.week, isHere: path.startsWith('/papers/week/') },
    { name: 'Monthly', href: links.month, isHere: path.startsWith('/papers/month/') },
    { name: 'Trending', href: '/papers/trending', isHere: path === '/papers/trending' },
    ...(links.pool ? [{ name: 'New', href: links.pool, isHere: path === '/new' || path.startsWith('/new/') }] : []),
    ...own,
  ]
  return tabs.map(({ name, href, isHere }) => (
    <a key={name} href={href} aria-current={isHere ? (path === href ? 'page' : 'true') : undefined}>
      {name}
    </a>
  ))
}
