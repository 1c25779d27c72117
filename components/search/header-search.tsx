'use client'

import { Search } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { OfferedTitles } from '@/components/search/offered-titles'
import { SearchLink } from '@/components/search/search-link'
import { useSearchBox } from '@/components/search/use-search-box'
import { searchAddress } from '@/lib/search-address'

/** The box of the header, or where there is no room for one the way to that of the search page, which has its own. */
export function HeaderSearch({ longest }: { /** So many characters are read. */ longest: number }) {
  const { ref, input, offered } = useSearchBox()
  if (usePathname() === searchAddress) return null
  return (
    <>
      <search className="search">
        <form action={searchAddress}>
          <Search className="icon" aria-hidden="true" />
          <input {...input} ref={ref} className="field" placeholder="Search papers" maxLength={longest} />
          <span className="key" aria-hidden="true">
            <kbd>/</kbd>
          </span>
          {offered && <OfferedTitles {...offered} />}
        </form>
      </search>
      <SearchLink />
    </>
  )
}
