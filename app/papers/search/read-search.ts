import { cache } from 'react'
import { foundPageSize } from '@/app/papers/search/page-size'
import { listLackNotes } from '@/db/search-notes'
import { searchAsked } from '@/lib/search-asked'
import { findSpelt } from '@/outside/find-spelt'

/** What an address asks for and what that finds, null when it asks for nothing; read once for a page and its metadata. */
export const readSearch = cache(async (search: string) => {
  const asked = searchAsked(new URLSearchParams(search))
  const [read, lack] = await Promise.all([
    asked.isEmpty ? null : findSpelt(asked, foundPageSize),
    listLackNotes(asked.query),
  ])
  const notes = [...asked.query.notes, ...lack]
  return { asked: { ...asked, query: { ...asked.query, notes } }, read }
})
