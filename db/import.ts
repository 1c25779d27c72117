import { eq, inArray, sql } from 'drizzle-orm'
import { addCarriedVotes, heatOfCarried, recountVotes } from '@/db/carried-votes'
import { db, type Transaction, write } from '@/db/client'
import { append } from '@/db/journal'
import { papers } from '@/db/schema'
import { feedClock } from '@/env'
import { addDays, feedDay } from '@/lib/days'
import { changesBetween, type Importable, mergeRow } from '@/lib/import-merge'
import type { ImportRow } from '@/lib/import-row'

/** What became of the rows of a batch. Rows of the same paper count one by one. */
export type Imported = { added: number; updated: number; unchanged: number }

/**
 * Puts rows in, in order, in one transaction with one row of the journal; without either when nothing changes. Votes
 * and comments of this site stay as they are: only the carried-over counts are set, and the totals follow.
 * @param patience how long it waits for another process that writes (ms); without it as long as any write
 */
export async function importRows(rows: readonly ImportRow[], now: number, patience?: number): Promise<Imported> {
  const plan = makePlan(rows, await listStored(db, rows))
  if (plan.changes.length === 0) return plan.imported
  // Read again inside: in between, somebody may have listed or unlisted one of them.
  return write(async (tx) => {
    const { changes, imported } = makePlan(rows, await listStored(tx, rows))
    const added = changes.filter(({ before }) => before === null).map(({ after }) => after)
    await addPapers(tx, added, now)
    for (const { before, after } of changes) if (before) await updatePaper(tx, before, after, now)
    const days = changes.flatMap(({ before, after }) => [before?.day, after.day]).filter((day) => day != null)
    const data = { days: [...new Set(days)].sort(), papers: changes.length, ...newsOf(changes, now) }
    if (changes.length > 0) await append(tx, { at: now, kind: 'import', paperId: null, day: null, userId: null, data })
    return imported
  }, patience)
}

type Change = { before: Importable | null; after: Importable }

/** Of one batch: more news than that is an archive. */
const mostListed = 200

/**
 * What is news of an import: the papers that it put on the day that runs or the one before, those with the most votes
 * first, and the votes that it brought to papers of these days. Of older days nothing is.
 */
function newsOf(changes: readonly Change[], now: number): { listed?: string[]; votes?: Record<string, number> } {
  const yesterday = addDays(feedDay(now, feedClock), -1)
  const recent = changes.filter(({ after }) => after.day !== null && after.day >= yesterday)
  if (recent.length === 0) return {}
  const listed = recent
    .filter(({ before }) => before === null || before.day === null)
    .sort((a, b) => b.after.carriedUpvotes - a.after.carriedUpvotes)
    .slice(0, mostListed)
  const votes = recent.flatMap(({ before, after }) => {
    const more = after.carriedUpvotes - (before?.carriedUpvotes ?? 0)
    return more === 0 ? [] : [[after.id, more] as const]
  })
  return { listed: listed.map(({ after }) => after.id), votes: Object.fromEntries(votes) }
}

/** Walks the rows in order over what is stored, so that the last row of a paper has the last word. */
function makePlan(
  rows: readonly ImportRow[],
  stored: Map<string, Importable>,
): { changes: Change[]; imported: Imported } {
  const imported = { added: 0, updated: 0, unchanged: 0 }
  const after = new Map<string, Importable>()
  for (const row of rows) {
    const known = after.get(row.id) ?? stored.get(row.id) ?? null
    const merged = mergeRow(known, row)
    if (known === null) imported.added++
    else if (differ(known, merged)) imported.updated++
    else imported.unchanged++
    after.set(row.id, merged)
  }
  const changes = [...after.values()]
    .map((paper) => ({ before: stored.get(paper.id) ?? null, after: paper }))
    .filter(({ before, after }) => before === null || differ(before, after))
  return { changes, imported }
}

async function listStored(from: typeof db | Transaction, rows: readonly ImportRow[]): Promise<Map<string, Importable>> {
  const ids = [...new Set(rows.map((row) => row.id))]
  if (ids.length === 0) return new Map()
  const stored = await from.select(importable).from(papers).where(inArray(papers.id, ids))
  return new Map(stored.map((paper) => [paper.id, paper]))
}

const importable = {
  id: papers.id,
  day: papers.day,
  week: papers.week,
  month: papers.month,
  submittedAt: papers.submittedAt,
  submitterId: papers.submitterId,
  submitterName: papers.submitterName,
  carriedUpvotes: papers.carriedUpvotes,
  carriedComments: papers.carriedComments,
  isSample: papers.isSample,
  unlistedAt: papers.unlistedAt,
  publishedAt: papers.publishedAt,
  updatedAt: papers.updatedAt,
  title: papers.title,
  authorCount: papers.authorCount,
  categories: papers.categories,
  projectPage: papers.projectPage,
  codeUrl: papers.codeUrl,
  codeStars: papers.codeStars,
  doi: papers.doi,
  note: papers.note,
  summary: papers.summary,
  summarySource: papers.summarySource,
  keywords: papers.keywords,
  keywordsSource: papers.keywordsSource,
  mediaUrls: papers.mediaUrls,
  thumbnail: papers.thumbnail,
  organization: papers.organization,
  abstract: papers.abstract,
  authors: papers.authors,
} satisfies Record<keyof Importable, unknown>

async function addPapers(tx: Transaction, added: readonly Importable[], now: number) {
  // SQLite takes 32,766 values a statement, and a row has nearly forty.
  for (let i = 0; i < added.length; i += 100) {
    const rows = added.slice(i, i + 100).map((paper) => ({
      ...paper,
      upvotes: paper.carriedUpvotes,
      comments: paper.carriedComments,
      heat: heatOfCarried(paper),
      createdAt: now,
    }))
    await tx.insert(papers).values(rows)
  }
  await addCarriedVotes(tx, added)
}

async function updatePaper(tx: Transaction, before: Importable, after: Importable, now: number) {
  const changes = changesBetween(before, after)
  const moreVotes = after.carriedUpvotes - before.carriedUpvotes
  const moreComments = after.carriedComments - before.carriedComments
  await tx
    .update(papers)
    .set({
      ...changes,
      ...(before.day === null && after.day !== null ? { listedAt: now } : {}),
      ...(moreVotes === 0 ? {} : { upvotes: sql`${papers.upvotes} + ${moreVotes}` }),
      ...(moreComments === 0 ? {} : { comments: sql`${papers.comments} + ${moreComments}` }),
    })
    .where(eq(papers.id, after.id))
  if (moreVotes !== 0 || (after.carriedUpvotes > 0 && before.day !== after.day)) await recountVotes(tx, after)
}

function differ(a: Importable, b: Importable): boolean {
  return Object.keys(changesBetween(a, b)).length > 0
}
