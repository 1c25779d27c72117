import { and, between, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { toldColumns } from '@/db/letters'
import { papers, savedSearches, searchPapers, users } from '@/db/schema'
import { conditionsOf } from '@/db/search-conditions'
import { listMatchingNumbers } from '@/db/search-news'
import { daysOfWeek } from '@/lib/days'
import type { DigestPaper, Found } from '@/lib/digest-words'
import { type IssueScope, scopeOfIssue } from '@/lib/letter-issue'
import { askedOf, asksForVotes, exactConditions } from '@/lib/saved-search'

/*
 * What saved searches find of an issue: papers that came onto its list or were announced on its days, whatever was voted.
 * It depends on the search alone, so that readers of equal choices get the same letter.
 */

/** A paper that an issue brings, by its number in the index; `isFirst` unless it was announced on a day before. */
type News = { number: number; isFirst: boolean }

// More than a week of the busiest categories is not read for a letter.
const mostNews = 10_000
const mostFinds = 20

/** What an issue brings. */
export async function listIssueNews(issue: string): Promise<News[]> {
  const scope = scopeOfIssue(issue)
  if (!scope) return []
  const rows = [...(await listedNewsQuery(scope)), ...(await announcedNewsQuery(scope))]
  return [...new Map(rows.map((row) => [row.number, row])).values()]
}

/**
 * Those that a search finds, those with the most votes first. One that was announced before was told of then, unless
 * votes decide.
 */
export async function listFinds(news: readonly News[], asked: string): Promise<DigestPaper[]> {
  const exact = exactConditions(askedOf(asked).query)
  const among = news.filter(({ isFirst }) => isFirst || asksForVotes(exact)).map(({ number }) => number)
  if (among.length === 0) return []
  const matched = await listMatchingNumbers(conditionsOf(exact), among)
  if (matched.size === 0) return []
  return db
    .select(toldColumns)
    .from(searchPapers)
    .innerJoin(papers, eq(papers.id, searchPapers.paperId))
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(inArray(searchPapers.number, [...matched]))
    .orderBy(desc(papers.upvotes), desc(papers.publishedAt), papers.id)
    .limit(mostFinds)
}

/** The searches that are a part of the letter to an address (lower case): those of the account that it belongs to. */
export async function listLetterSearches(email: string): Promise<string[]> {
  const rows = await db
    .select({ asked: savedSearches.asked })
    .from(savedSearches)
    .innerJoin(users, eq(users.id, savedSearches.userId))
    .where(and(eq(users.email, email), eq(savedSearches.inLetter, true)))
  return rows.map(({ asked }) => asked)
}

/** What each of these searches finds of an issue, in one order for all who ask for the same. */
export async function listFindsOf(issue: string, searches: readonly string[]): Promise<Found[]> {
  const news = searches.length > 0 ? await listIssueNews(issue) : []
  const found: Found[] = []
  for (const asked of [...searches].sort()) found.push({ asked, papers: await listFinds(news, asked) })
  return found
}

/** The statement, for the test that reads its plan. */
export function listedNewsQuery({ of, value }: IssueScope) {
  const { first, last } = daysOf({ of, value })
  const isFirst = sql`${papers.announcedDay} is null or ${papers.announcedDay} between ${first} and ${last}`
  return db
    .select({ number: searchPapers.number, isFirst: isFirst.mapWith(Boolean) })
    .from(papers)
    .innerJoin(searchPapers, eq(searchPapers.paperId, papers.id))
    .where(eq(papers[of], value))
    .limit(mostNews)
}

/** The statement, for the test that reads its plan. */
export function announcedNewsQuery(scope: IssueScope) {
  const { first, last } = daysOf(scope)
  return db
    .select({ number: searchPapers.number, isFirst: sql`1`.mapWith(Boolean) })
    .from(papers)
    .innerJoin(searchPapers, eq(searchPapers.paperId, papers.id))
    .where(and(between(papers.announcedDay, first, last), isNull(papers.unlistedAt)))
    .limit(mostNews)
}

function daysOf({ of, value }: IssueScope): { first: string; last: string } {
  const days = of === 'day' ? [value] : daysOfWeek(value)
  return { first: days[0] ?? value, last: days.at(-1) ?? value }
}
