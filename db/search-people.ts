import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { searchPapers as entries, papers } from '@/db/schema'
import type { Conditions } from '@/db/search-conditions'
import { foldName, turned } from '@/lib/author-names'
import { matchAuthors, matchWith } from '@/lib/search-match'

// A name of one word is that of too many; what has more than these is none.
const [fewestWords, mostWords] = [2, 5]
// As many as are shown of whoever has more.
const mostNamed = 100

/** Papers by somebody who is called just so, the words in any turn; the newest first. */
export async function listByPerson(typed: string, conditions: Conditions): Promise<number[]> {
  const words = foldName(typed).split(' ')
  if (words.length < fewestWords || words.length > mostWords) return []
  const names = new Set(turned(words))
  const rows = await namedQuery([...names], conditions, mostNamed)
  // The index knows where a word stands, not where a name ends.
  const theirs = rows.filter(({ authors }) => authors.some(({ name }) => names.has(foldName(name))))
  return theirs.map(({ number }) => number)
}

/**
 * Papers that have one of these names among their authors, or words of several authors in that row; the newest
 * published first.
 * @param most of the papers that came last
 */
export function namedQuery(names: readonly string[], { required, excluded, where }: Conditions, most: number) {
  const match = matchWith(matchAuthors(names), required, excluded)
  const named = sql`(select rowid from search_words where search_words match ${match} order by rowid desc limit ${most})`
  return db
    .select({ number: entries.number, id: papers.id, authors: papers.authors })
    .from(entries)
    .innerJoin(papers, eq(papers.id, entries.paperId))
    .where(and(sql`${entries.number} in ${named}`, where))
    .orderBy(desc(papers.publishedAt), papers.id)
}
