import { and, asc, desc, eq, inArray, lt, notExists, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { letters, outbox, papers, users } from '@/db/schema'
import type { Digest, DigestPaper } from '@/lib/digest-letter'
import { scopeOfIssue } from '@/lib/letter-issue'
import { orderKeys } from '@/lib/order'

/* Letters as they were rendered: one for each issue and group of equal choices. */

/** All papers of an issue's day or week in the order of a day, with what a letter tells of them and is chosen by. */
export async function listIssuePapers(issue: string): Promise<DigestPaper[]> {
  const scope = scopeOfIssue(issue)
  return scope ? issueQuery(scope) : []
}

/** The ids of those letters of an issue that were rendered for these choices (choicesKey), by choices. */
export async function getLetterIds(issue: string, choices: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: letters.id, choices: letters.choices })
    .from(letters)
    .where(and(eq(letters.issue, issue), inArray(letters.choices, [...choices])))
  return new Map(rows.map(({ id, choices: key }) => [key, id]))
}

/** Keeps a letter; where the issue was rendered for these choices before, that one stands. @returns the letter's id */
export async function keepLetter(
  tx: Transaction,
  { issue, choices, digest }: { issue: string; choices: string; digest: Digest },
  now: number,
): Promise<number> {
  const [kept] = await tx
    .insert(letters)
    .values({ issue, choices, ...digest, createdAt: now })
    .onConflictDoUpdate({ target: [letters.issue, letters.choices], set: { issue } })
    .returning({ id: letters.id })
  if (!kept) throw new Error(`The letter of ${issue} was not kept.`)
  return kept.id
}

/** As it was rendered, its places for the reader still open; null when it was pruned. */
export async function getLetter(id: number): Promise<Digest | null> {
  const [row] = await db
    .select({ subject: letters.subject, html: letters.html, text: letters.text })
    .from(letters)
    .where(eq(letters.id, id))
  return row ?? null
}

/** Removes letters older than this time that nothing in the outbox speaks of. */
export async function pruneLetters(before: number): Promise<void> {
  const isSpokenOf = db.select({ one: sql`1` }).from(outbox).where(eq(outbox.letterId, letters.id))
  await write((tx) => tx.delete(letters).where(and(lt(letters.createdAt, before), notExists(isSpokenOf))))
}

/** The statement, for the test that reads its plan. */
export function issueQuery({ of, value }: { of: 'day' | 'week'; value: string }) {
  return db
    .select({
      id: papers.id,
      title: papers.title,
      abstract: papers.abstract,
      summary: papers.summary,
      authors: papers.authors,
      authorCount: papers.authorCount,
      categories: papers.categories,
      submittedBy: users.name,
      publishedAt: papers.publishedAt,
      withdrawnAt: papers.withdrawnAt,
      upvotes: papers.upvotes,
      comments: papers.comments,
    })
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(eq(papers[of], value))
    .orderBy(...orderKeys.top.map(({ by, descending }) => (descending ? desc(papers[by]) : asc(papers[by]))))
}
