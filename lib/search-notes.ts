import type { SearchNote, SearchQuery } from '@/lib/search-query'
import { count } from '@/lib/text'

// Where fewer of the papers than this share are without, it explains nothing.
const telling = 0.1

/** Whether a paper must be in some category. */
export function asksForCategory({ required }: SearchQuery): boolean {
  return required.flat().some(({ kind }) => kind === 'category')
}

/** Why a search by category finds little: how many of all papers have none. Empty where that is not why. */
export function categoryNotes(without: number, all: number): SearchNote[] {
  if (without === 0 || without < telling * all) return []
  const which =
    without === all
      ? 'No paper here has a category yet'
      : `${count(without)} of ${count(all)} papers have no category yet`
  return [{ typed: '', says: `${which}: a search by category leaves them out.` }]
}

/** `“a”, “b” and “c”` */
export function quotedList(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`)
  const last = quoted.pop() ?? ''
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last
}
