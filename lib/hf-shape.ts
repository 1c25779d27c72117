import { dayStart } from '@/lib/days'
import type { Affiliation, Author } from '@/lib/paper'
import { paperPath } from '@/lib/paper-id'
import { markFound } from '@/lib/search-marks'
import { escapeHtml } from '@/lib/text'

/* Papers as Hugging Face's API answers them, for the programs that were written for it. */

/** What is read of a paper; times are ms since 1970. */
export type ShapedPaper = {
  id: string
  title: string
  abstract: string | null
  summary: string | null
  keywords: string[]
  authors: Author[]
  publishedAt: number
  upvotes: number
  comments: number
  listing: { day: string; submittedAt: number } | null
  submitter: { name: string; isMember: boolean } | null
  projectPage: string | null
  codeUrl: string | null
  codeStars: number | null
  /** Where a paper that is not arXiv's is to be read. */
  sourceUrl: string | null
  mediaUrls: string[]
  thumbnail: string | null
  organization: Affiliation | null
}

/** What the page of a paper shows beside that. */
export type DetailedPaper = ShapedPaper & {
  categories: string[]
  doi: string | null
  note: string | null
  version: number | null
  updatedAt: number | null
  withdrawnAt: number | null
  announcedDay: string | null
}

/**
 * An entry of /api/daily_papers. The client reads most fields at the top alone, so they stand there as well as in
 * `paper`; `publishedAt` at the top is the day, in `paper` it is the paper's own date. `day` is ours: with it the entry
 * can be imported elsewhere without guessing at time zones.
 * @param siteUrl origin of this site, without a slash at the end
 */
export function dailyPaper(paper: ShapedPaper, siteUrl: string) {
  const shape = paperShape(paper, siteUrl)
  const { upvotes, title, summary, ai_summary, ai_keywords, projectPage, githubRepo, githubStars } = shape
  const { submittedOnDailyAt, submittedOnDailyBy, mediaUrls, organization } = shape
  const { thumbnail, numComments, isAuthorParticipating } = talkShape(paper, siteUrl)
  return {
    day: paper.listing?.day,
    paper: shape,
    publishedAt: new Date(paper.listing ? dayStart(paper.listing.day) : paper.publishedAt).toISOString(),
    title,
    summary,
    thumbnail,
    numComments,
    submittedBy: submittedOnDailyBy,
    submittedOnDailyBy,
    submittedOnDailyAt,
    upvotes,
    ai_summary,
    ai_keywords,
    projectPage,
    githubRepo,
    githubStars,
    mediaUrls,
    organization,
    isAuthorParticipating,
  }
}

/**
 * An entry of /api/papers/search: the same, with the words that were found marked in title and abstract, as HTML.
 * @param found terms of what was looked for, of lib/search-marks.ts
 */
export function searchHit(
  paper: ShapedPaper,
  siteUrl: string,
  { found, isUpvoted }: { found: ReadonlySet<string>; isUpvoted: boolean },
) {
  const hit = dailyPaper(paper, siteUrl)
  return {
    ...hit,
    highlightedTitle: markFound(escapeHtml(hit.title), found),
    highlightedSummary: markFound(escapeHtml(hit.summary), found),
    upvoted: isUpvoted,
  }
}

/** The answer of /api/papers/{id}: the paper, flat. Nothing is linked to papers here; what comes after that is ours. */
export function paperDetail(paper: DetailedPaper, siteUrl: string) {
  const { submittedOnDailyBy } = paperShape(paper, siteUrl)
  const { announcedDay, categories, doi, note, version, updatedAt, withdrawnAt } = paper
  return {
    ...flatPaper(paper, siteUrl),
    submittedBy: submittedOnDailyBy,
    linkedModels: [],
    linkedDatasets: [],
    linkedSpaces: [],
    numTotalModels: 0,
    numTotalDatasets: 0,
    numTotalSpaces: 0,
    day: paper.listing?.day ?? null,
    announcedDay,
    categories,
    doi,
    note,
    version,
    updatedAt: isoOf(updatedAt),
    withdrawnAt: isoOf(withdrawnAt),
  }
}

/** An entry of /api/papers. */
export function flatPaper(paper: ShapedPaper, siteUrl: string) {
  return { ...paperShape(paper, siteUrl), ...talkShape(paper, siteUrl) }
}

/** Fields without a value are undefined, which JSON leaves out, as the original does. */
function paperShape(paper: ShapedPaper, siteUrl: string) {
  const { id, title, abstract, authors, publishedAt, upvotes, listing, submitter, organization } = paper
  return {
    id,
    authors: authors.map((author, i) => authorShape(author, `${id}:${i}`, siteUrl)),
    publishedAt: new Date(publishedAt).toISOString(),
    submittedOnDailyAt: listing ? new Date(listing.submittedAt).toISOString() : undefined,
    title,
    submittedOnDailyBy: submitter ? userShape(submitter.name, siteUrl) : undefined,
    // The abstract alone: a summary in its place would pass for the authors' words.
    summary: abstract ?? '',
    upvotes,
    discussionId: id,
    // Ours: the original knows papers of arXiv alone.
    sourceUrl: paper.sourceUrl ?? undefined,
    projectPage: paper.projectPage ?? undefined,
    githubRepo: paper.codeUrl ?? undefined,
    githubStars: paper.codeStars ?? undefined,
    mediaUrls: paper.mediaUrls.length > 0 ? paper.mediaUrls : undefined,
    ai_summary: paper.summary ?? undefined,
    ai_keywords: paper.keywords.length > 0 ? paper.keywords : undefined,
    organization: organization
      ? {
          name: organization.name,
          fullname: organization.fullName ?? organization.name,
          avatar: organization.avatarUrl,
        }
      : undefined,
  }
}

function talkShape({ id, thumbnail, comments }: ShapedPaper, siteUrl: string) {
  return {
    thumbnail: thumbnail ?? `${siteUrl}${paperPath(id)}/opengraph-image`,
    numComments: comments,
    isAuthorParticipating: false,
  }
}

function authorShape(
  { name, hidden = false, user, fullName, avatarUrl, verified }: Author,
  _id: string,
  siteUrl: string,
) {
  // Who hides a paper from their profile is still its author; the account is what is not named.
  const account = user && !hidden ? userShape(user, siteUrl, fullName, avatarUrl) : undefined
  return { _id, name, hidden, user: account, status: account && verified ? 'claimed_verified' : undefined }
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** One version of the client reads the name as `user`, another as `name`. */
function userShape(name: string, siteUrl: string, fullname = name, avatarUrl = `${siteUrl}/icon.svg`) {
  return { user: name, name, fullname, avatarUrl, isPro: false, type: 'user' }
}
