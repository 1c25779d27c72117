import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { searchPapers as entries, papers } from '@/db/schema'
import type { SuggestedTitle } from '@/db/types'
import { matchTyped, matchTypedPhrase } from '@/lib/search-match'
import { titleKeyOf } from '@/lib/search-names'
import { wordsOf } from '@/lib/search-query'

// A statement has a condition for each.
const mostWords = 12
// A word that was only begun: a tenth of all words go on from it, and to read through them takes longer than to type on.
const oneLetter = /^[\da-z]$/i

/** Titles that begin as somebody types, or hold the words, the last of them as far as it goes. */
export async function suggestTitles(typed: string, most = 8): Promise<SuggestedTitle[]> {
  const words = wordsOf(typed).slice(0, mostWords)
  if (words.length === 0) return []
  const key = titleKeyOf(words.join(''))
  const begins = key.length < 2 ? [] : await beginsQuery(key, most)
  const found = new Map(begins.map((paper) => [paper.id, paper]))
  const telling = words.filter((word, i) => i < words.length - 1 || !oneLetter.test(word))
  // In a row before anywhere.
  for (const match of telling.length === 0 ? [] : [matchTypedPhrase(telling), matchTyped(telling)]) {
    if (found.size >= most) break
    for (const paper of await db.all<SuggestedTitle>(holdsQuery(match, most))) found.set(paper.id, paper)
  }
  return [...found.values()].slice(0, most)
}

/** The statement, for the test that reads its plan. */
export function beginsQuery(key: string, most: number) {
  return db
    .select({ id: papers.id, title: papers.title })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(and(gte(entries.titleKey, key), lt(entries.titleKey, `${key}\u{10ffff}`)))
    .orderBy(desc(papers.upvotes), asc(entries.titleKey))
    .limit(most)
}

/** The statement, for the test that reads its plan. */
export function holdsQuery(match: string, most: number): SQL {
  return sql`
    select papers.id, papers.title
    from (select rowid as number from search_words where search_words match ${match} order by rank limit ${most}) as found
    join search_papers on search_papers.number = found.number
    join papers on papers.id = search_papers.paper_id`
}

/** All titles, for benchmarks. */
export function listTitles(): Promise<SuggestedTitle[]> {
  return db.select({ id: papers.id, title: papers.title }).from(papers).orderBy(asc(papers.id))
}
