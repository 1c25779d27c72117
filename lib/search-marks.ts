import type { SearchQuery } from '@/lib/search-query'
import { tellingWords, termOf } from '@/lib/search-words'

/** What is marked in titles and abstracts of what was found: the terms of the words that were looked for. */
export function markedTerms({ words }: SearchQuery): ReadonlySet<string> {
  return new Set(tellingWords(words).map(termOf))
}

/**
 * HTML of lib/tex.ts with `<mark>` around the words found. Tags, characters by number and formulas stay as they are.
 */
export function markFound(html: string, terms: ReadonlySet<string>): string {
  if (terms.size === 0) return html
  return html.replace(parts, (part) => (isWord.test(part) && terms.has(termOf(part)) ? `<mark>${part}</mark>` : part))
}

const parts = /<math[\s>][\s\S]*?<\/math>|<[^>]*>|&#?\w+;|[\p{L}\p{N}\p{M}\p{Co}]+/gu
const isWord = /^[^<&]/
