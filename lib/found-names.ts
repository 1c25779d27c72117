import { type SearchQuery, wordsOf } from '@/lib/search-query'
import { termOf } from '@/lib/search-words'

type Text = { title: string; abstract: string | null; authors: readonly { name: string }[] }

/**
 * The authors by whom a paper was found, in their order: those asked for by `author:`, and those who have the most of
 * the terms (lib/search-marks.ts) that neither its title nor its abstract has.
 */
export function namesFound(
  { title, abstract, authors }: Text,
  query: SearchQuery,
  terms: ReadonlySet<string>,
): string[] {
  const said = new Set(wordsOf(`${title} ${abstract ?? ''}`).map(termOf))
  const missing = [...terms].filter((term) => !said.has(term))
  const asked = query.required
    .flat()
    .flatMap((clause) => (clause.kind === 'words' && clause.place === 'author' ? [clause.words.map(termOf)] : []))
  if (missing.length === 0 && asked.length === 0) return []
  const read = authors.map(({ name }) => {
    const own = new Set(wordsOf(name).map(termOf))
    const isAsked = asked.some((words) => words.every((word) => own.has(word)))
    return { name, isAsked, has: missing.filter((term) => own.has(term)).length }
  })
  const most = Math.max(1, ...read.map(({ has }) => has))
  return read.filter(({ isAsked, has }) => isAsked || has === most).map(({ name }) => name)
}
