import { z } from 'zod'
import * as field from '@/lib/import-fields'
import type { Affiliation, Author } from '@/lib/paper'

/** What a row says of a paper, in either shape. Null: the row does not say. Times are ms since 1970. */
export type ImportRow = {
  /** 'daily' is Hugging Face's DailyPaper, 'arxiv' the flat shape of arXiv's own metadata. */
  shape: 'daily' | 'arxiv'
  id: string
  title: string
  abstract: string | null
  authors: Author[]
  publishedAt: number
  updatedAt: number | null
  /** submittedAt is null when the row says the day alone. */
  listing: { day: string; submittedAt: number | null } | null
  submitterName: string | null
  /** Votes and comments that it brings with it, without the people behind them. */
  upvotes: number | null
  comments: number | null
  categories: string[] | null
  doi: string | null
  note: string | null
  summary: string | null
  keywords: string[] | null
  projectPage: string | null
  codeUrl: string | null
  codeStars: number | null
  mediaUrls: string[] | null
  thumbnail: string | null
  organization: Affiliation | null
}

/** `field` is a path as in `paper.authors.3`, '' for the row itself. */
export type RowIssue = { field: string; reason: string }

/** `dropped` names what the row said and the paper can do without: it goes in without it. */
export type ReadRow = { ok: true; row: ImportRow; dropped: RowIssue[] } | { ok: false; issues: RowIssue[] }

/** Reads one parsed line. A row is refused only for what a paper cannot be without or what would show a wrong number. */
export function readRow(json: unknown): ReadRow {
  const given = record.safeParse(json)
  if (!given.success) return refused({ field: '', reason: 'is no object' })
  const raw = given.data
  if ('paper' in raw) return readDaily(raw)
  if ('id' in raw || 'title' in raw) return readArxiv(raw)
  return refused({
    field: '',
    reason: 'is neither a Daily Papers row (paper) nor an arXiv row (id, title, authors, date)',
  })
}

const record = z.record(z.string(), z.unknown())

const dailySchema = z.object({
  day: field.day.nullish(),
  title: field.line(2000).nullish(),
  numComments: field.count.nullish(),
  paper: z.object(
    {
      id: field.paperId,
      title: field.line(2000).nullish(),
      summary: field.paragraphs(50_000).nullish(),
      authors: field.authors,
      publishedAt: field.instant,
      submittedOnDailyAt: field.instant.nullish(),
      upvotes: field.count.nullish(),
    },
    { error: 'wants an object' },
  ),
})

function readDaily(raw: Record<string, unknown>): ReadRow {
  const core = dailySchema.safeParse(raw)
  if (!core.success) return refused(...issuesOf(core.error))
  const { day, numComments, paper } = core.data
  // The title above has the formulas' TeX; the paper's own has lost it.
  const title = core.data.title || paper.title
  if (!title) return refused({ field: 'paper.title', reason: 'missing' })

  const { keep, keepList, dropped } = keeper()
  const inner = record.parse(raw.paper)
  /** The field of the paper, or its copy at the top. */
  const either = <T>(name: string, schema: z.ZodType<T>) => keep(...place(name), schema)
  const eitherList = <T>(name: string, schema: z.ZodType<T>) => keepList(...place(name), schema)
  const place = (name: string): [string, unknown] =>
    inner[name] == null ? [name, raw[name]] : [`paper.${name}`, inner[name]]
  const submitter = record.safeParse(inner.submittedOnDailyBy ?? raw.submittedBy).data ?? {}
  const submittedAt = paper.submittedOnDailyAt ?? null
  const listedOn = day ?? (submittedAt === null ? null : new Date(submittedAt).toISOString().slice(0, 10))
  const row: ImportRow = {
    shape: 'daily',
    id: paper.id,
    title,
    abstract: paper.summary ?? null,
    authors: paper.authors,
    publishedAt: paper.publishedAt,
    updatedAt: null,
    listing: listedOn ? { day: listedOn, submittedAt } : null,
    submitterName: keep('submittedBy', submitter.user ?? submitter.name, field.name),
    upvotes: paper.upvotes ?? null,
    comments: numComments ?? null,
    categories: null,
    doi: null,
    note: null,
    summary: either('ai_summary', paragraphs),
    keywords: eitherList('ai_keywords', field.name),
    projectPage: either('projectPage', field.webAddress),
    codeUrl: either('githubRepo', field.webAddress),
    codeStars: either('githubStars', field.count),
    mediaUrls: eitherList('mediaUrls', field.webAddress),
    // Until mid-2024 the thumbnail was called mediaUrl.
    thumbnail: keep('thumbnail', raw.thumbnail ?? raw.mediaUrl, field.webAddress),
    organization: either('organization', field.organization),
  }
  return { ok: true, row, dropped }
}

const arxivSchema = z.object({
  id: field.paperId,
  title: field.title,
  abstract: field.paragraphs(50_000).nullish(),
  authors: field.authors,
  date: field.instant,
})

function readArxiv(raw: Record<string, unknown>): ReadRow {
  const core = arxivSchema.safeParse(raw)
  if (!core.success) return refused(...issuesOf(core.error))
  const { id, title, abstract, authors, date } = core.data
  const { keep, keepList, dropped } = keeper()
  const categories = typeof raw.categories === 'string' ? raw.categories.trim().split(/\s+/) : raw.categories
  const row: ImportRow = {
    shape: 'arxiv',
    id,
    title,
    abstract: abstract ?? null,
    authors,
    publishedAt: date,
    updatedAt: keep('updated', raw.updated, field.instant),
    listing: null,
    submitterName: null,
    upvotes: null,
    comments: null,
    categories: keepList('categories', categories, category),
    doi: keep('doi', raw.doi, doi),
    note: keep('comment', raw.comment, line),
    summary: null,
    keywords: null,
    projectPage: null,
    codeUrl: null,
    codeStars: null,
    mediaUrls: null,
    thumbnail: null,
    organization: null,
  }
  return { ok: true, row, dropped }
}

const category = z.string().regex(/^[\w-]{1,30}(\.[\w-]{1,30})?$/, 'is no category')

/** The first, when there are several with white space between. */
const doi = z
  .string({ error: 'wants text' })
  .transform((text) => text.trim().split(/\s+/)[0] ?? '')
  .pipe(z.string().regex(/^10\.\d{2,9}(\.\d+)*\/\S{1,200}$/, 'is no DOI'))

/** Reads what a row may also say. What does not fit is left out and named; an empty value counts as not said. */
function keeper() {
  const dropped: RowIssue[] = []
  const keep = <T>(name: string, value: unknown, schema: z.ZodType<T>): T | null => {
    if (value == null || value === '') return null
    const read = schema.safeParse(value)
    if (read.success) return read.data
    dropped.push(...issuesOf(read.error, name))
    return null
  }
  /** The entries that fit, at most so many; null when none does. */
  const keepList = <T>(name: string, value: unknown, item: z.ZodType<T>): T[] | null => {
    const entries = keep(name, value, anyList) ?? []
    if (entries.length > most) dropped.push({ field: name, reason: `has more than ${most} entries` })
    const kept = entries.slice(0, most).map((entry, i) => keep(`${name}.${i}`, entry, item))
    return kept.some((entry) => entry !== null) ? kept.filter((entry) => entry !== null) : null
  }
  return { keep, keepList, dropped }
}

const most = 100
const line = field.line(2000)
const anyList = z.array(z.unknown(), { error: 'wants a list' })
const paragraphs = field.paragraphs(10_000)

function refused(...issues: RowIssue[]): ReadRow {
  return { ok: false, issues }
}

function issuesOf(error: z.ZodError, under?: string): RowIssue[] {
  return error.issues.map(({ path, message }) => ({
    field: [under, ...path].filter((p) => p !== undefined).join('.'),
    reason: message,
  }))
}
