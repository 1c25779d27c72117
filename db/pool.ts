import { and, eq, inArray } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { append } from '@/db/journal'
import { papers, revisions } from '@/db/schema'
import { type Findable, joinRevisions, type Merged, mergeFound, type Revision, sameFindable } from '@/lib/found-merge'
import type { AnnouncedPaper } from '@/lib/found-paper'

/** What became of the papers of a batch; those that are of no concern here count as unchanged. */
export type Found = { added: number; revised: number; unchanged: number }

/**
 * Puts papers found outside in, in one transaction; without one when nothing changes. Their listing, votes and comments
 * are not touched. The journal has one row for the batch when papers came, and one for each that changed.
 */
export async function upsertFound(found: readonly AnnouncedPaper[], now: number): Promise<Found> {
  if (makePlan(found, await listStored(db, found), now).length === 0) {
    return { added: 0, revised: 0, unchanged: found.length }
  }
  // Read again inside: in between, somebody may have submitted one of them.
  return write((tx) => upsertFoundIn(tx, found, now))
}

/** The same within somebody else's transaction. */
export async function upsertFoundIn(tx: Transaction, found: readonly AnnouncedPaper[], now: number): Promise<Found> {
  const plan = makePlan(found, await listStored(tx, found), now)
  const added = plan.flatMap(({ stored, after }) => (stored === null ? [after] : []))
  await addPapers(tx, added, now)
  if (added.length > 0) {
    const days = [...new Set(added.map(({ announcedDay }) => announcedDay).filter((day) => day !== null))].sort()
    const data = { days, papers: added.length }
    await append(tx, { at: now, kind: 'ingest', paperId: null, day: null, userId: null, data })
  }
  for (const change of plan) if (change.stored) await changePaper(tx, change, now)
  return { added: added.length, revised: plan.length - added.length, unchanged: found.length - plan.length }
}

type Stored = Findable & { day: string | null }
type Change = { stored: Stored | null; after: Findable; revision: Revision | null }

/** The papers that change. Walks in order, so that the newest version of one that comes twice has the last word. */
function makePlan(found: readonly AnnouncedPaper[], stored: ReadonlyMap<string, Stored>, now: number): Change[] {
  const merged = new Map<string, NonNullable<Merged>>()
  for (const paper of found) {
    const known = merged.get(paper.id)
    const next = mergeFound(known?.after ?? stored.get(paper.id) ?? null, paper, now)
    if (next) merged.set(paper.id, { after: next.after, revision: joined(known?.revision, next.revision) })
  }
  return [...merged.values()]
    .map(({ after, revision }) => ({ stored: stored.get(after.id) ?? null, after, revision }))
    .filter(({ stored, after }) => stored === null || !sameFindable(stored, after))
}

function joined(earlier: Revision | null | undefined, later: Revision | null): Revision | null {
  return earlier && later ? joinRevisions(earlier, later) : (later ?? earlier ?? null)
}

async function listStored(from: typeof db | Transaction, found: readonly AnnouncedPaper[]) {
  const ids = [...new Set(found.map(({ id }) => id))]
  const stored = ids.length === 0 ? [] : await from.select(findable).from(papers).where(inArray(papers.id, ids))
  return new Map(stored.map((paper) => [paper.id, paper]))
}

const findable = {
  id: papers.id,
  source: papers.source,
  day: papers.day,
  announcedDay: papers.announcedDay,
  version: papers.version,
  withdrawnAt: papers.withdrawnAt,
  isSample: papers.isSample,
  publishedAt: papers.publishedAt,
  updatedAt: papers.updatedAt,
  title: papers.title,
  authorCount: papers.authorCount,
  categories: papers.categories,
  projectPage: papers.projectPage,
  codeUrl: papers.codeUrl,
  doi: papers.doi,
  note: papers.note,
  sourceUrl: papers.sourceUrl,
  abstract: papers.abstract,
  authors: papers.authors,
} satisfies Record<keyof Stored, unknown>

async function addPapers(tx: Transaction, added: readonly Findable[], now: number) {
  // SQLite takes 32,766 values a statement, and a row has over forty.
  for (let i = 0; i < added.length; i += 100) {
    const rows = added.slice(i, i + 100).map((paper) => ({ ...paper, createdAt: now, keywords: [], mediaUrls: [] }))
    await tx.insert(papers).values(rows)
  }
}

async function changePaper(tx: Transaction, { stored, after, revision }: Change, now: number) {
  await tx.update(papers).set(after).where(eq(papers.id, after.id))
  if (revision) await keepRevision(tx, after, revision, now)
  const data = { ...(after.version !== null && { version: after.version }), changed: revision?.changed ?? [] }
  await append(tx, { at: now, kind: 'revised', paperId: after.id, day: stored?.day ?? null, userId: null, data })
}

async function keepRevision(tx: Transaction, { id, updatedAt }: Findable, revision: Revision, now: number) {
  const isThis = and(eq(revisions.paperId, id), eq(revisions.version, revision.version))
  const [earlier] = await tx.select().from(revisions).where(isThis)
  const { version, changed, before } = earlier ? joinRevisions(earlier, revision) : revision
  await tx
    .insert(revisions)
    .values({ paperId: id, version, at: updatedAt ?? now, changed, before })
    .onConflictDoUpdate({ target: [revisions.paperId, revisions.version], set: { changed, before } })
}
