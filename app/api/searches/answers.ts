import type { SavedError } from '@/db/saved-searches'
import type { SavedSearch } from '@/db/types'
import { refuse } from '@/door'
import { mostSavedSearches, savedFeedHref, savedInWords, savedSearchHref } from '@/lib/saved-search'

const refusals: Record<SavedError, { status: number; error: string; field?: string }> = {
  'no such search': { status: 404, error: 'You have no such saved search.' },
  'too many searches': { status: 409, error: `You keep ${mostSavedSearches} searches already: remove one first.` },
  'kept already': { status: 409, error: 'You keep that search already.', field: 'q' },
}

export function refuseSearch(reason: SavedError): Response {
  const { status, error, field } = refusals[reason]
  return refuse(status, error, field ? { [field]: error } : undefined)
}

/** A saved search as programs see it; paths are from the root. */
export function searchJson({ asked, seenBefore, ...search }: SavedSearch) {
  return {
    ...search,
    search: Object.fromEntries(new URLSearchParams(asked)),
    inWords: savedInWords(asked),
    url: savedSearchHref(asked),
    feed: savedFeedHref(asked),
  }
}
