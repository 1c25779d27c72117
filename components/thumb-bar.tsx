import { ListTabs, type TabLinks } from '@/components/list-tabs'
import { SearchLink } from '@/components/search/search-link'

/** The lists within a thumb's reach; shown on phones, where the header has no room for them. */
export function ThumbBar({ links }: { links: TabLinks }) {
  return (
    <nav className="thumb" aria-label="Lists and search, at the foot of the screen">
      <ListTabs links={links} />
      <SearchLink />
    </nav>
  )
}
