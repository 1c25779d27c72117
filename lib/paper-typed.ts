import { paperAsked } from '@/lib/paper-asked'
import { idOfAsked, sourceAsked } from '@/lib/source-asked'

/**
 * The id of the paper that somebody means who types nothing but an id, a DOI or an address into a box for words; null
 * for words. Whether there is such a paper here, only the database knows.
 */
export function paperTyped(text: string): string | null {
  const typed = text.trim().replace(/^arxiv:\s+/i, 'arXiv:')
  if (typed === '' || /\s/.test(typed)) return null
  const asked = paperAsked(typed)
  if (asked) return asked
  const source = /[/.:]/.test(typed) ? sourceAsked(typed) : null
  return source && idOfAsked(source)
}
