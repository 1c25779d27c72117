import { inArray, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { searchPapers as entries } from '@/db/schema'
import { matchOf } from '@/lib/search-match'
import { foldWord, termOf } from '@/lib/search-words'
import type { InIndex } from '@/lib/spelling'

/** How many papers have each term of the index of words, of those that any has. */
export async function countPapersWith(terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map()
  const rows = await db.all<{ term: string; papers: number }>(
    sql`select term, doc as papers from search_terms where term in (${sql.join([...terms], sql`, `)})`,
  )
  return new Map(rows.map(({ term, papers }) => [term, papers]))
}

/**
 * What the index knows of each word, in their order. A paper that is called just so has it too: `GLI-DE` is found as
 * glide.
 */
export async function lookUpWords(words: readonly string[]): Promise<InIndex[]> {
  if (words.length === 0) return []
  const [papersWith, named] = await Promise.all([countPapersWith([...new Set(words.map(termOf))]), namesQuery(words)])
  const titles = new Set(named.flatMap(({ title, name }) => [title, name]))
  return Promise.all(
    words.map(async (word) => {
      const isTitle = titles.has(foldWord(word))
      const papers = (papersWith.get(termOf(word)) ?? 0) + (isTitle ? 1 : 0)
      return { papers, isName: isTitle || (papers > 0 && (await isAuthor(word))) }
    }),
  )
}

/** The statement, for the test that reads its plan. */
export function namesQuery(words: readonly string[]) {
  const keys = words.map(foldWord)
  return db
    .select({ title: entries.titleKey, name: entries.nameKey })
    .from(entries)
    .where(or(inArray(entries.titleKey, keys), inArray(entries.nameKey, keys)))
}

async function isAuthor(word: string): Promise<boolean> {
  const match = matchOf({ kind: 'words', place: 'author', words: [word], isPhrase: false })
  const rows = await db.all(sql`select rowid from search_words where search_words match ${match} limit 1`)
  return rows.length > 0
}
