import { ListTabs, type TabLinks } from '@/components/list-tabs'
import { PersonMenu } from '@/components/person-menu'
import { HeaderSearch } from '@/components/search/header-search'
import { longestSearch } from '@/lib/search-query'

type Props = { name: string; links: TabLinks /** Who may submit papers. */; submit: 'members' | 'moderators' }

/** The same for every reader; what is a person's own, the menu fills in. */
export function SiteHeader({ name, links, submit }: Props) {
  return (
    <header className="top">
      <div className="wrap">
        <a className="name" href="/">
          {name}
        </a>
        <nav className="tabs" aria-label="Lists">
          <ListTabs links={links} hasOwn />
        </nav>
        <HeaderSearch longest={longestSearch} />
        <PersonMenu submit={submit} />
      </div>
    </header>
  )
}
