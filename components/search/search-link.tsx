'use client'

import { Search } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { searchAddress } from '@/lib/search-address'

/** The way to the search page. */
export function SearchLink() {
  return (
    <a
      className="to-search"
      href={searchAddress}
      aria-label="Search"
      aria-current={usePathname() === searchAddress ? 'page' : undefined}
    >
      <Search className="icon" aria-hidden="true" />
    </a>
  )
}
