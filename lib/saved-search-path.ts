/* Apart from lib/saved-search.ts, which reads searches: what a button needs is not more than this. */

/** Where a person sees what has come for a search that they keep. */
export function savedSearchPath(id: string): string {
  return `/searches/${id}`
}
