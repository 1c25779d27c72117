import { ListTabs, type TabLinks } from '@/components/list-tabs'

/** The lists within a thumb's reach; shown on phones, where the header has no room for them. */
export function ThumbBar({ links }: { links: TabLinks }) {
  return (
    <nav className="thumb" aria-label="Lists, at the foot of the screen">
      <ListTabs links={links} />
    </nav>
  )
}
