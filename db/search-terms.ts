import { inArray, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { searchPapers as entries } from '@/db/schema'
import { foldWord, termOf } from '@/lib/search-words'

/** How many papers have each term of the index of words, of those that any has. */
export async function countPapersWith(terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map()
  const rows = await db.all<{ term: string; papers: number }>(
    sql`select term, doc as papers from search_terms where term in (${sql.join([...terms], sql`, `)})`,
  )
  return new Map(rows.map(({ term, papers }) => [term, papers]))
}

/**
 * How many papers have each word, in whatever form, in the order of the words. A paper whose title or name is just the
 * word has it too: `GLI-DE` is found as glide.
 */
export async function countPapersWithWords(words: readonly string[]): Promise<number[]> {
  if (words.length === 0) return []
  const [withTerm, named] = await Promise.all([countPapersWith([...new Set(words.map(termOf))]), namesQuery(words)])
  const names = new Set(named.flatMap(({ title, name }) => [title, name]))
  return words.map((word) => (withTerm.get(termOf(word)) ?? 0) + (names.has(foldWord(word)) ? 1 : 0))
}

/** The statement, for the test that reads its plan. */
export function namesQuery(words: readonly string[]) {
  const keys = words.map(foldWord)
  return db
    .select({ title: entries.titleKey, name: entries.nameKey })
    .from(entries)
    .where(or(inArray(entries.titleKey, keys), inArray(entries.nameKey, keys)))
}
