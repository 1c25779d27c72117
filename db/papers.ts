import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { papers, users } from '@/db/schema'
import type { Paper, PaperNumbers } from '@/db/types'

/** A paper's own page; null when it is not known here. */
export async function getPaper(id: string): Promise<Paper | null> {
  const [paper] = await getPapers([id])
  return paper ?? null
}

/** Those of these papers that are known here, in the order of the ids, each once. */
export async function getPapers(ids: readonly string[]): Promise<Paper[]> {
  if (ids.length === 0) return []
  const found = new Map((await papersQuery(ids)).map((row) => [row.id, paperOf(row)]))
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

type PaperRow = Awaited<ReturnType<typeof papersQuery>>[number]

function paperOf({ day, submittedAt, memberName, submitterName, ...paper }: PaperRow): Paper {
  const listing = day === null || submittedAt === null ? null : { day, submittedAt }
  return { ...paper, listing, submitter: submitterOf({ memberName, submitterName }) }
}

/** What changes about papers while people look at them. */
export async function getNumbers(ids: readonly string[]): Promise<PaperNumbers[]> {
  return ids.length === 0 ? [] : numbersQuery(ids)
}

/** Who put a paper on the list: a member of this site, somebody elsewhere, or nobody who is known. */
export function submitterOf({
  memberName,
  submitterName,
}: {
  memberName: string | null
  submitterName: string | null
}) {
  if (memberName !== null) return { name: memberName, isMember: true }
  return submitterName === null ? null : { name: submitterName, isMember: false }
}

/** What lists show of a paper: without authors and links, which are most of its bytes. */
export const listedColumns = {
  id: papers.id,
  title: papers.title,
  abstract: papers.abstract,
  summary: papers.summary,
  summarySource: papers.summarySource,
  authorCount: papers.authorCount,
  publishedAt: papers.publishedAt,
  upvotes: papers.upvotes,
  comments: papers.comments,
  heat: papers.heat,
  day: papers.day,
  submittedAt: papers.submittedAt,
  memberName: users.name,
  submitterName: papers.submitterName,
  isSample: papers.isSample,
  sourceUrl: papers.sourceUrl,
}

/** The statement, for the test that reads its plan. */
export function papersQuery(ids: readonly string[]) {
  return db
    .select({
      ...listedColumns,
      keywords: papers.keywords,
      keywordsSource: papers.keywordsSource,
      authors: papers.authors,
      categories: papers.categories,
      updatedAt: papers.updatedAt,
      version: papers.version,
      withdrawnAt: papers.withdrawnAt,
      announcedDay: papers.announcedDay,
      carriedUpvotes: papers.carriedUpvotes,
      carriedComments: papers.carriedComments,
      projectPage: papers.projectPage,
      codeUrl: papers.codeUrl,
      codeStars: papers.codeStars,
      source: papers.source,
      doi: papers.doi,
      note: papers.note,
      mediaUrls: papers.mediaUrls,
      thumbnail: papers.thumbnail,
      organization: papers.organization,
    })
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(inArray(papers.id, [...ids]))
}

/** The statement, for the test that reads its plan. */
export function numbersQuery(ids: readonly string[]) {
  return db
    .select({ id: papers.id, upvotes: papers.upvotes, comments: papers.comments })
    .from(papers)
    .where(inArray(papers.id, [...ids]))
}
