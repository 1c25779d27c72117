import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lte } from 'drizzle-orm'
import { db } from '@/db/client'
import { lastJournalId } from '@/db/journal'
import { getNewestDay } from '@/db/listings'
import { journal, papers, users } from '@/db/schema'
import type { JournalKind } from '@/db/types'
import { addDays } from '@/lib/days'
import { type Read, readOf } from '@/lib/follow-match'

/** How far back somebody's own list goes: days before the newest, and papers among them. */
export const followedDays = 30
const most = 4_000
// So many are read and folded before others have their turn.
const batch = 250

/** A paper as it is matched with what people follow; hereAt: when it came here, or an import put it on its day. */
export type Windowed = { id: string; day: string | null; submittedAt: number | null; hereAt: number; read: Read }

type Window = {
  newest: string /** The first day that is all there. */
  start: string
  seen: number
  papers: Map<string, Windowed>
}

/* To fold thousands of abstracts takes too long for each page; what changed since is told by the journal. */
let kept: Promise<Window> | null = null

/** The papers of the last days, ready to be matched. The same for everybody, and kept in memory. */
export async function readWindow(): Promise<ReadonlyMap<string, Windowed>> {
  return (await readKept())?.papers ?? new Map()
}

/** The first day of which it has every paper; null while nothing is listed. */
export async function readWindowStart(): Promise<string | null> {
  return (await readKept())?.start ?? null
}

async function readKept(): Promise<Window | null> {
  const newest = await getNewestDay()
  if (!newest) return null
  const before = kept
  const next = (before ?? fill(newest)).then((window) => follow(window, newest))
  kept = next
  // A read that failed is tried anew by the next one who asks.
  next.catch(() => {
    if (kept === next) kept = null
  })
  return next
}

/** These papers, read now: for those that are on no day, or long past. */
export async function readWindowed(ids: readonly string[]): Promise<Windowed[]> {
  return ids.length === 0 ? [] : (await readableQuery(ids)).map(windowed)
}

/** The statement, for the test that reads its plan. */
export function windowQuery(from: string) {
  return db
    .select({ id: papers.id, day: papers.day })
    .from(papers)
    .where(and(isNotNull(papers.day), gte(papers.day, from)))
    .orderBy(desc(papers.day))
    .limit(most)
}

/** Rows of a kind after one id and up to another. */
export function changesQuery(kind: JournalKind, { seen, until }: { seen: number; until: number }) {
  return db
    .select({ id: journal.id, paperId: journal.paperId, data: journal.data })
    .from(journal)
    .where(and(eq(journal.kind, kind), gt(journal.id, seen), lte(journal.id, until)))
    .orderBy(asc(journal.id))
}

/** The statement, for the test that reads its plan. */
export function readableQuery(ids: readonly string[]) {
  return db
    .select({
      id: papers.id,
      day: papers.day,
      submittedAt: papers.submittedAt,
      createdAt: papers.createdAt,
      listedAt: papers.listedAt,
      submittedBy: users.name,
      categories: papers.categories,
      title: papers.title,
      abstract: papers.abstract,
      authors: papers.authors,
    })
    .from(papers)
    .leftJoin(users, eq(users.id, papers.submitterId))
    .where(inArray(papers.id, [...ids]))
}

async function fill(newest: string): Promise<Window> {
  const seen = await lastJournalId()
  const from = addDays(newest, 1 - followedDays)
  const rows = await windowQuery(from)
  const cut = rows.length < most ? null : rows.at(-1)?.day
  const start = cut && cut < newest ? addDays(cut, 1) : (cut ?? from)
  const window: Window = { newest, start, seen, papers: new Map() }
  await add(
    window,
    rows.map(({ id }) => id),
  )
  return window
}

/** Takes in what the journal tells since; what it tells of a batch is read as a whole. */
async function follow(window: Window, newest: string): Promise<Window> {
  if (window.newest !== newest) return fill(newest)
  // What is told while the kinds are read, one after another, is for the next look.
  const until = await lastJournalId()
  const changed = new Set<string>()
  for (const kind of moving) {
    for (const row of await changesQuery(kind, { seen: window.seen, until })) {
      if (isBatch(kind, row)) return fill(newest)
      if (row.paperId !== null) changed.add(row.paperId)
    }
  }
  window.seen = until
  for (const id of changed) window.papers.delete(id)
  await add(window, [...changed])
  return window
}

const moving = ['import', 'unlisted', 'relisted', 'submitted', 'takenback', 'listed', 'revised', 'person'] as const

/** An import names no papers. Who leaves does so nameless, and what they submitted is nobody's. */
function isBatch(kind: (typeof moving)[number], { paperId, data }: { paperId: string | null; data: unknown }): boolean {
  return kind === 'person' ? data === null : paperId === null
}

async function add(window: Window, ids: readonly string[]): Promise<void> {
  const from = addDays(window.newest, 1 - followedDays)
  for (let i = 0; i < ids.length; i += batch) {
    for (const row of await readableQuery(ids.slice(i, i + batch))) {
      if (row.day !== null && row.day >= from) window.papers.set(row.id, windowed(row))
    }
    await breathe()
  }
}

function windowed({
  id,
  day,
  submittedAt,
  createdAt,
  listedAt,
  ...paper
}: Awaited<ReturnType<typeof readableQuery>>[number]): Windowed {
  return { id, day, submittedAt, hereAt: listedAt ?? createdAt, read: readOf(paper) }
}
