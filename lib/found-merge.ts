import { dayStart } from '@/lib/days'
import { linksIn } from '@/lib/found-links'
import type { AnnouncedPaper } from '@/lib/found-paper'
import type { Author } from '@/lib/paper'

/** What a paper found outside may write of one that is here; the names are those of the columns. */
export type Findable = {
  id: string
  source: 'arxiv' | 'doi' | 'openreview' | 'page'
  announcedDay: string | null
  version: number | null
  withdrawnAt: number | null
  isSample: boolean
  publishedAt: number
  updatedAt: number | null
  title: string
  authorCount: number
  categories: string[]
  projectPage: string | null
  codeUrl: string | null
  doi: string | null
  note: string | null
  sourceUrl: string | null
  abstract: string | null
  authors: Author[]
}

/** What a version changed of what readers saw before it. */
export type Revision = {
  version: number
  changed: ('title' | 'abstract' | 'authors' | 'note')[]
  before: { title?: string; abstract?: string | null; authors?: string[]; note?: string | null }
}

/** The paper as it stands afterwards; null when it is of no concern here. */
export type Merged = { after: Findable; revision: Revision | null } | null

/**
 * Puts what was found over what is stored. A new version has the last word on title, abstract, authors and note; an
 * older one fills only what is empty. Without a paper stored, only one that is new makes one: services tell of old papers
 * too, whenever a line of theirs changes.
 */
export function mergeFound(stored: Findable | null, found: AnnouncedPaper, now: number): Merged {
  if (!stored) return isNews(found) ? { after: newPaper(found), revision: null } : null
  const filled = fill(stored, found)
  if (stored.source === 'page' && found.source !== 'page') return { after: instead(filled, found), revision: null }
  if (isOlder(stored, found)) return { after: filled, revision: null }
  const text = textOf(stored, found)
  const after: Findable = {
    ...filled,
    ...text,
    version: found.version ?? filled.version,
    updatedAt: found.updatedAt ?? filled.updatedAt,
    categories: found.categories.length > 0 ? found.categories : filled.categories,
    doi: found.doi ?? filled.doi,
    withdrawnAt: found.isWithdrawn ? (stored.withdrawnAt ?? found.updatedAt ?? now) : null,
  }
  return { after, revision: revisionBetween(stored, after) }
}

/** One row tells of a version, however often its text was corrected: what readers saw first is what was before. */
export function joinRevisions(earlier: Revision, later: Revision): Revision {
  const changed = [...new Set([...earlier.changed, ...later.changed])]
  return { version: later.version, changed, before: { ...later.before, ...earlier.before } }
}

/** Two papers are the same in every column that a found one may write. */
export function sameFindable(a: Findable, b: Findable): boolean {
  return (Object.keys(b) as (keyof Findable)[]).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
}

// arXiv holds papers back for moderation at times; what is announced later than this is an old paper with a new line.
const newFor = 30 * 86_400_000

function isNews({ announcedDay, publishedAt, isWithdrawn }: AnnouncedPaper): boolean {
  if (announcedDay === undefined) return true
  return !isWithdrawn && dayStart(announcedDay) - publishedAt <= newFor
}

function newPaper({ isWithdrawn, announcedDay, ...found }: AnnouncedPaper): Findable {
  return {
    ...found,
    ...linksIn(found.abstract, found.note),
    announcedDay: announcedDay ?? null,
    withdrawnAt: isWithdrawn ? (found.updatedAt ?? found.publishedAt) : null,
    isSample: false,
    authorCount: found.authors.length,
  }
}

/** What an older row may still say: nothing that is known gives way to it. */
function fill(stored: Findable, found: AnnouncedPaper): Findable {
  const links = linksIn(found.abstract, found.note)
  const joinsPool = stored.announcedDay === null && !stored.isSample && isNews(found)
  return {
    ...stored,
    announcedDay: joinsPool ? (found.announcedDay ?? null) : stored.announcedDay,
    abstract: stored.abstract ?? found.abstract,
    categories: stored.categories.length > 0 ? stored.categories : found.categories,
    doi: stored.doi ?? found.doi,
    note: stored.note ?? found.note,
    sourceUrl: stored.sourceUrl ?? found.sourceUrl,
    codeUrl: stored.codeUrl ?? links.codeUrl,
    projectPage: stored.projectPage ?? links.projectPage,
  }
}

/** What a member typed in while the service did not answer gives way to what the service says. */
function instead({ announcedDay, codeUrl, projectPage }: Findable, found: AnnouncedPaper): Findable {
  return { ...newPaper(found), announcedDay, codeUrl, projectPage }
}

function isOlder(stored: Findable, found: AnnouncedPaper): boolean {
  if (stored.version !== null && found.version !== null) return found.version < stored.version
  return stored.updatedAt !== null && (found.updatedAt ?? found.publishedAt) < stored.updatedAt
}

/**
 * The text as the version found has it. A first version of a paper whose version is not known says nothing new: its
 * row came from a site that knows more of its authors.
 */
function textOf(stored: Findable, found: AnnouncedPaper): Partial<Findable> {
  if (stored.version === null && (found.version ?? 1) === 1) return {}
  return {
    ...(same(stored.title, found.title) ? {} : { title: found.title }),
    ...(found.abstract === null || same(stored.abstract, found.abstract) ? {} : { abstract: found.abstract }),
    ...(found.note === null || same(stored.note, found.note) ? {} : { note: found.note }),
    ...(same(namesOf(stored.authors), namesOf(found.authors)) || found.authors.length === 0
      ? {}
      : { authors: authorsOf(stored, found), authorCount: found.authors.length }),
  }
}

/** Keeps what is known of those who still write it. */
function authorsOf(stored: Findable, found: AnnouncedPaper): Author[] {
  const known = new Map(stored.authors.map((author) => [author.name, author]))
  return found.authors.map(({ name }) => known.get(name) ?? { name })
}

function revisionBetween(stored: Findable, after: Findable): Revision | null {
  if (after.version === null) return null
  const isNew = stored.version !== null && after.version > stored.version
  const before = {
    ...(same(stored.title, after.title) ? {} : { title: stored.title }),
    ...(stored.abstract === null || same(stored.abstract, after.abstract) ? {} : { abstract: stored.abstract }),
    ...(same(namesOf(stored.authors), namesOf(after.authors))
      ? {}
      : { authors: stored.authors.map(({ name }) => name) }),
    ...(same(stored.note, after.note) || !isNew ? {} : { note: stored.note }),
  }
  const changed = Object.keys(before) as Revision['changed']
  return changed.length > 0 || isNew ? { version: after.version, changed, before } : null
}

function namesOf(authors: readonly { name: string }[]): string {
  return authors.map(({ name }) => name).join('; ')
}

/** Sites break lines where they like, and that changes no text. */
function same(a: string | null, b: string | null): boolean {
  return spaced(a) === spaced(b)
}

function spaced(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
