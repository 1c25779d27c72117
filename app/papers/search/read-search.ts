import { cache } from 'react'
import { foundPageSize } from '@/app/papers/search/page-size'
import { listLackNotes } from '@/db/search-notes'
import { searchAsked } from '@/lib/search-asked'
import { findSpelt } from '@/outside/find-spelt'

/** What an address asks for and what that finds, null when it asks for nothing; read once for a page and its metadata. */
export const readSearch = cache(async (search: string) => {
  const asked = searchAsked(new URLSearchParams(search))
  const notes = [...asked.query.notes, ...(await listLackNotes(asked.query))]
  return {
    asked: { ...asked, query: { ...asked.query, notes } },
    read: asked.isEmpty ? null : await findSpelt(asked, foundPageSize),
  }
})
