import { dayStart, monthOf, weekOf } from '@/lib/days'
import type { ImportRow } from '@/lib/import-row'
import type { Affiliation, Author } from '@/lib/paper'

/** What an import may write of a paper; the names are those of the columns. Votes and comments of this site are not in it. */
export type Importable = {
  id: string
  day: string | null
  week: string | null
  month: string | null
  submittedAt: number | null
  submitterId: string | null
  submitterName: string | null
  carriedUpvotes: number
  carriedComments: number
  isSample: boolean
  unlistedAt: number | null
  publishedAt: number
  updatedAt: number | null
  title: string
  authorCount: number
  categories: string[]
  projectPage: string | null
  codeUrl: string | null
  codeStars: number | null
  doi: string | null
  note: string | null
  summary: string | null
  summarySource: string | null
  keywords: string[]
  keywordsSource: string | null
  mediaUrls: string[]
  thumbnail: string | null
  organization: Affiliation | null
  abstract: string | null
  authors: Author[]
}

/**
 * The paper as it stands after a row. What a row does not say stays as it was: optional fields come and go from one
 * answer of the same API to the next, so a missing one is not a removed one.
 */
export function mergeRow(stored: Importable | null, row: ImportRow): Importable {
  const paper = stored ?? unknownPaper(row)
  return row.shape === 'daily' ? mergeDaily(paper, row) : mergeArxiv(paper, row, stored === null)
}

/** The columns in which two states of a paper differ, with the later value. */
export function changesBetween(before: Importable, after: Importable): Partial<Importable> {
  const keys = Object.keys(after) as (keyof Importable)[]
  const changed = keys.filter((key) => !same(before[key], after[key]))
  return Object.fromEntries(changed.map((key) => [key, after[key]]))
}

/**
 * A Daily Papers row has no date of its own, so the one that comes later is the newer one. It sets the carried-over
 * counts, never adds to them, and takes over a sample paper.
 */
function mergeDaily(paper: Importable, row: ImportRow): Importable {
  const known = paper.isSample ? { ...paper, ...withoutSample } : paper
  return {
    ...known,
    ...listingOf(paper, row),
    isSample: false,
    title: row.title,
    abstract: row.abstract ?? known.abstract,
    authors: row.authors,
    authorCount: row.authors.length,
    publishedAt: row.publishedAt,
    carriedUpvotes: row.upvotes ?? known.carriedUpvotes,
    carriedComments: row.comments ?? known.carriedComments,
    ...(row.summary ? { summary: row.summary, summarySource: 'huggingface' } : {}),
    ...(row.keywords ? { keywords: row.keywords, keywordsSource: 'huggingface' } : {}),
    projectPage: row.projectPage ?? known.projectPage,
    codeUrl: row.codeUrl ?? known.codeUrl,
    codeStars: row.codeStars ?? known.codeStars,
    mediaUrls: row.mediaUrls ?? known.mediaUrls,
    thumbnail: row.thumbnail ?? known.thumbnail,
    organization: row.organization ?? known.organization,
  }
}

const withoutSample = { summary: null, summarySource: null, keywords: [], keywordsSource: null, submitterId: null }

const onNoDay = { day: null, week: null, month: null, submittedAt: null }

/** A paper stays on the day it was first listed on, except that a sample's day gives way to a real one. */
function listingOf(paper: Importable, { listing, submitterName }: ImportRow): Partial<Importable> {
  const isTaken = paper.unlistedAt !== null
  const isListed = paper.day !== null && !paper.isSample
  if (!listing || isTaken) return paper.isSample ? { ...onNoDay, submitterName } : {}
  if (isListed && (listing.day !== paper.day || paper.submitterId !== null)) return {}
  return {
    day: listing.day,
    week: weekOf(listing.day),
    month: monthOf(listing.day),
    submittedAt: listing.submittedAt ?? (isListed ? paper.submittedAt : null) ?? dayStart(listing.day),
    submitterName: submitterName ?? (isListed ? paper.submitterName : null),
  }
}

/**
 * arXiv's own row. It knows categories, DOI and note best; title, authors and abstract are the day's row's where the
 * paper is on a day, and a version older than the one that is known changes nothing that is known.
 */
function mergeArxiv(paper: Importable, row: ImportRow, isNew: boolean): Importable {
  const version = row.updatedAt ?? row.publishedAt
  const isOlder = paper.updatedAt !== null && version < paper.updatedAt
  const filled = {
    ...paper,
    abstract: paper.abstract ?? row.abstract,
    categories: paper.categories.length > 0 ? paper.categories : (row.categories ?? []),
    doi: paper.doi ?? row.doi,
    note: paper.note ?? row.note,
    updatedAt: paper.updatedAt ?? row.updatedAt,
  }
  if (isOlder) return filled
  const wasOnDay = paper.day !== null || paper.unlistedAt !== null
  return {
    ...filled,
    categories: row.categories ?? filled.categories,
    doi: row.doi ?? filled.doi,
    note: row.note ?? filled.note,
    updatedAt: row.updatedAt ?? filled.updatedAt,
    ...(isNew || !wasOnDay
      ? {
          title: row.title,
          abstract: row.abstract ?? filled.abstract,
          authors: row.authors,
          authorCount: row.authors.length,
          publishedAt: row.publishedAt,
        }
      : {}),
  }
}

function unknownPaper({ id, title, authors, publishedAt }: ImportRow): Importable {
  return {
    id,
    day: null,
    week: null,
    month: null,
    submittedAt: null,
    submitterId: null,
    submitterName: null,
    carriedUpvotes: 0,
    carriedComments: 0,
    isSample: false,
    unlistedAt: null,
    publishedAt,
    updatedAt: null,
    title,
    authorCount: authors.length,
    categories: [],
    projectPage: null,
    codeUrl: null,
    codeStars: null,
    doi: null,
    note: null,
    summary: null,
    summarySource: null,
    keywords: [],
    keywordsSource: null,
    mediaUrls: [],
    thumbnail: null,
    organization: null,
    abstract: null,
    authors,
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
