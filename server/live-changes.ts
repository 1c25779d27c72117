import type { JournalKind, JournalRow, PaperNumbers } from '@/db/types'
import type { LiveEvent } from '@/lib/live-event'

/** What a page listens to. */
export type Scope = { kind: 'site' } | { kind: 'day'; day: string } | { kind: 'paper'; id: string }

/** What a stretch of the journal changed. */
export type Changes = {
  /** Papers with new numbers, and the day that each is on. */
  papers: Map<string, string | null>
  comments: { id: string; paper: string; act: string }[]
  /** Days whose list of papers may be another; 'all' when that is not known. */
  days: Set<string> | 'all'
}

// A paper came onto a day, or left it.
const movesPapers: ReadonlySet<JournalKind> = new Set(['unlisted', 'relisted', 'submitted', 'takenback', 'listed'])

/** Reads what happened off journal rows: papers, comments and lists, nobody's name. */
export function changesOf(rows: readonly JournalRow[]): Changes {
  const changes: Changes = { papers: new Map(), comments: [], days: new Set() }
  for (const { kind, paperId, day, data } of rows) {
    if (paperId && kind !== 'person') changes.papers.set(paperId, day ?? changes.papers.get(paperId) ?? null)
    if (paperId && (kind === 'comment' || kind === 'hidden' || kind === 'unhidden')) {
      const act = kind === 'comment' ? data?.act : kind
      changes.comments.push({ id: String(data?.comment ?? ''), paper: paperId, act: String(act ?? 'wrote') })
    }
    if (movesPapers.has(kind)) addDays(changes, day ? [day] : null)
    if (kind === 'import') addDays(changes, Array.isArray(data?.days) ? data.days.map(String) : null)
  }
  return changes
}

/** The event for one scope, or null when nothing in it changed. `numbers` hold every changed paper. */
export function eventFor(scope: Scope, changes: Changes, numbers: ReadonlyMap<string, PaperNumbers>): LiveEvent | null {
  const ids = [...changes.papers.keys()].filter((id) => isIn(scope, id, changes.papers.get(id) ?? null))
  const papers = ids.flatMap((id) => numbers.get(id) ?? [])
  const comments = scope.kind === 'paper' ? changes.comments.filter(({ paper }) => paper === scope.id) : []
  const { days, refetch } = listsIn(scope, changes.days)
  if (papers.length + comments.length + days.length === 0 && !refetch) return null
  return {
    papers,
    ...(comments.length > 0 && { comments }),
    ...(days.length > 0 && { days }),
    ...(refetch && { refetch }),
  }
}

function isIn(scope: Scope, id: string, day: string | null): boolean {
  if (scope.kind === 'site') return true
  return scope.kind === 'day' ? day === scope.day : id === scope.id
}

function listsIn(scope: Scope, days: Changes['days']): { days: string[]; refetch?: true } {
  if (days === 'all') return { days: [], refetch: true }
  if (scope.kind === 'day') return { days: days.has(scope.day) ? [scope.day] : [] }
  // A batch of an import may hold papers of a thousand days; whoever shows many days looks for itself.
  if (scope.kind === 'site') return days.size > 100 ? { days: [], refetch: true } : { days: [...days] }
  return { days: [] }
}

function addDays(changes: Changes, days: string[] | null): void {
  if (!days) changes.days = 'all'
  else if (changes.days !== 'all') for (const day of days) changes.days.add(day)
}
