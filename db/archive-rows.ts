import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { type db, readInstant } from '@/db/client'
import { selectComments } from '@/db/comment-rows'
import { submitterOf } from '@/db/papers'
import { comments, papers, users } from '@/db/schema'
import { env } from '@/env'
import type { CommentLine, HourLine, ListingLine, PaperLine } from '@/lib/archive-lines'
import { hourLength } from '@/lib/hours'
import { paperPath } from '@/lib/paper-id'

/* Everything on the site that anybody may see, read in small steps: each holds up the process for some ms. */

const [papersAStep, commentsAStep] = [50, 100]

type From = typeof db

/** Papers in a row, each with its listing and its votes as of one moment. */
export type PapersRead = { papers: PaperLine[]; listings: ListingLine[]; votes: HourLine[] }

export type ArchiveReader = {
  /** Whether all of it is as of one instant; else each paper is as of one. */
  isOneInstant: boolean
  /** All papers, by id. */
  papers: () => AsyncGenerator<PapersRead>
  /** All comments that can be read, by time. */
  comments: () => AsyncGenerator<CommentLine[]>
}

/** Gives a reader of all of it, as of one instant where the database is a file. */
export function readArchive<T>(fn: (reader: ArchiveReader) => Promise<T>): Promise<T> {
  return readInstant((from, isOneInstant) =>
    fn({ isOneInstant, papers: () => readPapers(from), comments: () => readComments(from) }),
  )
}

async function* readPapers(from: From): AsyncGenerator<PapersRead> {
  let after = ''
  for (;;) {
    const rows = await archivePapersQuery(from, after, papersAStep)
    const last = rows.at(-1)
    if (!last) return
    yield { papers: rows.map(paperLine), listings: rows.flatMap(listingLine), votes: rows.flatMap(hourLines) }
    after = last.id
  }
}

async function* readComments(from: From): AsyncGenerator<CommentLine[]> {
  let after = { createdAt: 0, id: '' }
  for (;;) {
    const rows = await archiveCommentsQuery(from, after, commentsAStep)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(commentLine)
    after = last
  }
}

/* The statements, for the test that reads their plans. */

/** One statement holds a paper's totals and its hours, so that no vote comes in between. */
export function archivePapersQuery(from: From, after: string, limit: number) {
  return from
    .select({
      id: papers.id,
      source: papers.source,
      title: papers.title,
      abstract: papers.abstract,
      authors: papers.authors,
      categories: papers.categories,
      publishedAt: papers.publishedAt,
      updatedAt: papers.updatedAt,
      version: papers.version,
      withdrawnAt: papers.withdrawnAt,
      announcedDay: papers.announcedDay,
      sourceUrl: papers.sourceUrl,
      doi: papers.doi,
      note: papers.note,
      projectPage: papers.projectPage,
      codeUrl: papers.codeUrl,
      codeStars: papers.codeStars,
      summary: papers.summary,
      summarySource: papers.summarySource,
      keywords: papers.keywords,
      keywordsSource: papers.keywordsSource,
      mediaUrls: papers.mediaUrls,
      thumbnail: papers.thumbnail,
      organization: papers.organization,
      isSample: papers.isSample,
      upvotes: papers.upvotes,
      comments: papers.comments,
      carriedUpvotes: papers.carriedUpvotes,
      carriedComments: papers.carriedComments,
      day: papers.day,
      week: papers.week,
      month: papers.month,
      submittedAt: papers.submittedAt,
      heat: papers.heat,
      memberName: users.name,
      submitterName: papers.submitterName,
      hours: sql<string>`(
        select json_group_array(json_array(hour, votes))
        from (select hour, votes from vote_hours where paper_id = ${papers.id} order by hour)
      )`,
    })
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(gt(papers.id, after))
    .orderBy(asc(papers.id))
    .limit(limit)
}

export function archiveCommentsQuery(from: From, after: { createdAt: number; id: string }, limit: number) {
  // The first condition is what the index is entered by; the second cuts off within one moment.
  const isAfter = sql`${comments.createdAt} >= ${after.createdAt} and (${comments.createdAt} > ${after.createdAt} or ${comments.id} > ${after.id})`
  return selectComments(from)
    .where(and(isNull(comments.deletedAt), isNull(comments.hiddenAt), isAfter))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(limit)
}

type PaperRow = Awaited<ReturnType<typeof archivePapersQuery>>[number]
type CommentRow = Awaited<ReturnType<typeof archiveCommentsQuery>>[number]

function paperLine(row: PaperRow): PaperLine {
  const { day, week, month, submittedAt, heat, memberName, submitterName, hours, organization, ...paper } = row
  return {
    ...paper,
    // Who hides a paper from their profile is still its author; the account is what is not named.
    authors: paper.authors.map(({ name, user, hidden }) => ({ name, user: (!hidden && user) || null })),
    publishedAt: timeOf(paper.publishedAt),
    updatedAt: timeOrNull(paper.updatedAt),
    withdrawnAt: timeOrNull(paper.withdrawnAt),
    url: env.SITE_URL + paperPath(paper.id),
    organization: organization && { name: organization.name, fullName: organization.fullName ?? null },
  }
}

function listingLine(row: PaperRow): ListingLine[] {
  const { id, day, week, month, submittedAt, heat } = row
  if (day === null || week === null || month === null || submittedAt === null) return []
  return [{ paper: id, day, week, month, submittedAt: timeOf(submittedAt), submitter: submitterOf(row), heat }]
}

function hourLines({ id, hours }: PaperRow): HourLine[] {
  const read: [number, number][] = JSON.parse(hours)
  return read.map(([hour, votes]) => ({ paper: id, hour: timeOf(hour * hourLength), votes }))
}

function commentLine(row: CommentRow): CommentLine {
  return {
    id: row.id,
    paper: row.paperId,
    replyTo: row.parentId,
    author: row.authorName === null ? null : { name: row.authorName, fullName: row.authorFullName },
    body: row.body,
    createdAt: timeOf(row.createdAt),
    editedAt: timeOrNull(row.editedAt),
  }
}

function timeOf(at: number): string {
  return new Date(at).toISOString()
}

function timeOrNull(at: number | null): string | null {
  return at === null ? null : timeOf(at)
}
