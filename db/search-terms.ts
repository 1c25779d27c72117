import { inArray, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { searchPapers as entries } from '@/db/schema'
import { matchAll, matchAny, matchOf } from '@/lib/search-match'
import { foldWord } from '@/lib/search-words'
import { type InIndex, mostUses } from '@/lib/spelling'

/** How many papers have each term of the index of words, of those that any has. */
export async function countPapersWith(terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map()
  const rows = await db.all<{ term: string; papers: number }>(
    sql`select term, doc as papers from search_terms where term in (${sql.join([...terms], sql`, `)})`,
  )
  return new Map(rows.map(({ term, papers }) => [term, papers]))
}

/** Whether a paper has one of the words. */
export async function isAnyWordHere(words: readonly string[]): Promise<boolean> {
  return words.length > 0 && (await countUpTo(1, matchAny(words))) > 0
}

// Of more it is enough that they are many.
const mostTogether = 1_000

/** How many papers have all of the words, counted as far as mostTogether. */
export async function countTogether(words: readonly string[]): Promise<number> {
  return countUpTo(mostTogether, matchAll(words))
}

/**
 * What the index knows of each word, in their order. A paper that is called just so has it too: `GLI-DE` is found as
 * glide.
 */
export async function lookUpWords(words: readonly string[]): Promise<InIndex[]> {
  if (words.length === 0) return []
  const named = await namesQuery(words)
  const titles = new Set(named.flatMap(({ title, name }) => [title, name]))
  return Promise.all(
    words.map(async (word) => {
      const isTitle = titles.has(foldWord(word))
      const papers = (await countUpTo(mostUses + 1, matchAny([word]))) + (isTitle ? 1 : 0)
      return { papers, isName: isTitle || (papers > 0 && papers <= mostUses && (await isAuthor(word))) }
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
  return (await countUpTo(1, matchOf({ kind: 'words', place: 'author', words: [word], isPhrase: false }))) > 0
}

/** So many papers match, as far as they need be counted: of a common word 100,000 take 10 ms. */
async function countUpTo(most: number, match: string | null): Promise<number> {
  const found = sql`select rowid from search_words where search_words match ${match} limit ${most}`
  const [row] = await db.all<{ papers: number }>(sql`select count(*) as papers from (${found})`)
  return row?.papers ?? 0
}
