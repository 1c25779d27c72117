/** A name of arXiv's for a category or an archive, as in cs.LG or hep-th. */
export function isCategory(text: string): boolean {
  return /^[a-z-]{2,12}(\.[A-Za-z-]{2,12})?$/.test(text) && text !== all
}

// In the place of a category, where the list holds all of them.
const all = 'date'

/** Where the newest papers of a category are read, or of all, or those of a day. */
export function poolPath(category: string | null, day: string | null): string {
  if (day) return `/new/${category ?? all}/${day}`
  return category ? `/new/${category}` : '/new'
}

/** The category that a segment of an address names, null for all of them; undefined when it names none. */
export function categoryOfSegment(segment: string): string | null | undefined {
  if (segment === all) return null
  return isCategory(segment) ? segment : undefined
}
