import { and, between, eq, gte, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { nameKeyOf } from '@/db/name-keys'
import { papers, users } from '@/db/schema'
import { matchOf } from '@/lib/search-match'
import type { SearchClause, SearchQuery } from '@/lib/search-query'

/** What a search asks of papers, sorted by who answers: the index of words, or the table. */
export type Conditions = { required: string[]; excluded: string[]; where: SQL | undefined }

/** Conditions that are all words go into the same walk through the index as the words themselves. */
export function conditionsOf({ required, excluded }: Pick<SearchQuery, 'required' | 'excluded'>): Conditions {
  const found: Conditions = { required: [], excluded: [], where: undefined }
  const where: (SQL | undefined)[] = []
  for (const group of required) {
    const matches = group.map(matchOf)
    if (matches.every((match) => match !== null)) found.required.push(matches.map((match) => `(${match})`).join(' OR '))
    else where.push(or(...group.map(conditionOf)))
  }
  for (const clause of excluded) {
    const match = matchOf(clause)
    if (match !== null) found.excluded.push(match)
    else where.push(sql`${conditionOf(clause)} is not true`)
  }
  return { ...found, where: and(...where) }
}

function conditionOf(clause: SearchClause): SQL | undefined {
  switch (clause.kind) {
    case 'from':
      return gte(papers.publishedAt, clause.at)
    case 'until':
      return lt(papers.publishedAt, clause.at)
    case 'votes':
      return between(papers.upvotes, clause.least, clause.most)
    case 'code':
      return isNotNull(papers.codeUrl)
    case 'by': {
      const member = db
        .select({ id: users.id })
        .from(users)
        .where(eq(users.nameKey, nameKeyOf(clause.name)))
      return or(inArray(papers.submitterId, member), eq(papers.submitterName, clause.name))
    }
    default:
      return sql`search_papers.number in (select rowid from search_words where search_words match ${matchOf(clause)})`
  }
}
