import { and, asc, desc, eq, gt, gte, inArray, lt, ne, not, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { db, write } from '@/db/client'
import { letters, papers, users } from '@/db/schema'
import { weekOf } from '@/lib/days'
import type { Digest, DigestPaper } from '@/lib/digest-letter'
import { scopeOfIssue } from '@/lib/letter-issue'
import { orderKeys } from '@/lib/order'

/* Letters as they were rendered: one for each issue and group of equal choices. */

/** A letter that was just rendered for the readers of some choices (choicesKey). */
export type Rendered = { issue: string; choices: string; digest: Digest }

/** All papers of an issue's day or week in the order of a day, with what a letter tells of them and is chosen by. */
export async function listIssuePapers(issue: string): Promise<DigestPaper[]> {
  const scope = scopeOfIssue(issue)
  return scope ? issueQuery(scope) : []
}

/** The ids of those letters of an issue that were rendered for these choices (choicesKey) and not emptied, by choices. */
export async function getLetterIds(issue: string, choices: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: letters.id, choices: letters.choices })
    .from(letters)
    .where(and(eq(letters.issue, issue), inArray(letters.choices, [...choices]), ne(letters.html, '')))
  return new Map(rows.map(({ id, choices: key }) => [key, id]))
}

/**
 * Keeps letters; where the issue was rendered for these choices before and not emptied, that one stands. They are news
 * from the present on, even when they are made as of an instant long past.
 * @returns their ids, in order
 */
export function keepLetters(rendered: readonly Rendered[], now: number): Promise<number[]> {
  const createdAt = Math.max(now, Date.now())
  return write(async (tx) => {
    const ids: number[] = []
    for (const { issue, choices, digest } of rendered) {
      const [kept] = await tx
        .insert(letters)
        .values({ issue, choices, ...digest, createdAt })
        .onConflictDoUpdate({ target: [letters.issue, letters.choices], set: ifEmptied })
        .returning({ id: letters.id })
      if (!kept) throw new Error(`The letter of ${issue} was not kept.`)
      ids.push(kept.id)
    }
    return ids
  })
}

/** As it was rendered, its places for the reader still open; null when it is too old to be sent. */
export async function getLetter(id: number): Promise<Digest | null> {
  const [row] = await db
    .select({ subject: letters.subject, html: letters.html, text: letters.text })
    .from(letters)
    .where(eq(letters.id, id))
  return row?.html ? row : null
}

/** Until when letters are old: their day or week was over before these dates. */
type Before = Record<'daily' | 'weekly', string>

/**
 * Forgets the words of letters whose day or week was over before these dates. That they were sent is remembered as long
 * as the outbox speaks of them.
 */
export async function emptyLetters(before: Before): Promise<void> {
  let emptied = batch
  while (emptied === batch) {
    emptied = await write(async (tx) => {
      const old = tx
        .select({ id: letters.id })
        .from(letters)
        .where(and(isOld(before), ne(letters.html, '')))
        .limit(batch)
      const blank = { html: '', text: '' }
      return (await tx.update(letters).set(blank).where(inArray(letters.id, old)).returning({ id: letters.id })).length
    })
  }
}

/** Removes letters as old as that of which the outbox does not speak any more, walking through all a piece at a time. */
export async function pruneLetters(before: Before): Promise<void> {
  for (let last: number | undefined = 0; last !== undefined; ) {
    const piece = await oldLettersQuery(before, last)
    const ids = piece.filter(({ isTold }) => !isTold).map(({ id }) => id)
    // Asked again inside: in between, one may have been put into the outbox.
    if (ids.length > 0) await write((tx) => tx.delete(letters).where(and(inArray(letters.id, ids), not(isTold))))
    last = piece.at(-1)?.id
  }
}

/** Old letters after one, and whether the outbox speaks of them. The statement, for the test that reads its plan. */
export function oldLettersQuery(before: Before, after: number) {
  return db
    .select({ id: letters.id, isTold: isTold.mapWith(Boolean) })
    .from(letters)
    .where(and(gt(letters.id, after), isOld(before)))
    .orderBy(asc(letters.id))
    .limit(batch)
}

// Spelled out: of one table, columns are written without its name.
const isTold = sql`exists (select 1 from outbox where outbox.letter_id = letters.id)`

function isOld(before: Before) {
  return or(
    and(gte(letters.issue, 'daily:'), lt(letters.issue, `daily:${before.daily}`)),
    and(gte(letters.issue, 'weekly:'), lt(letters.issue, `weekly:${weekOf(before.weekly)}`)),
  )
}

// A letter may have 100 KB: so many are a transaction of a few hundredths of a second.
const batch = 200

/** The columns of a letter that is rendered again after it was emptied. */
const ifEmptied = {
  subject: anew(letters.subject),
  html: anew(letters.html),
  text: anew(letters.text),
  createdAt: anew(letters.createdAt),
}

function anew(column: SQLiteColumn) {
  return sql`CASE WHEN ${letters.html} = '' THEN excluded.${sql.identifier(column.name)} ELSE ${column} END`
}

/** The statement, for the test that reads its plan. */
export function issueQuery({ of, value }: { of: 'day' | 'week'; value: string }) {
  return db
    .select(toldColumns)
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(eq(papers[of], value))
    .orderBy(...orderKeys.top.map(({ by, descending }) => (descending ? desc(papers[by]) : asc(papers[by]))))
}

/** As much of a paper as a letter tells; `users` is whoever submitted it. */
export const toldColumns = {
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
}
