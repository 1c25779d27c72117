/* Comments come flat, each with the one it answers; a thread is made of them here, for the server and the browser. */

/** As much of a comment as decides its place. Times are ms since 1970. */
export type Placed = { id: string; parentId: string | null; createdAt: number }

/** A comment with what stands beneath it. `depth` is 0 at the top, `size` counts everything beneath. */
export type Branch<T> = { comment: T; depth: number; size: number; replies: Branch<T>[] }

export type ThreadOrder = 'oldest' | 'newest'

/** Deeper than this a thread goes on on a page of its own: more indents would leave no room for the words. */
export const deepest = 6

/**
 * The thread, each level in the given order. A comment whose parent is not among them stands at the top, so every
 * comment is in it exactly once; however deep they go, nothing here calls itself.
 */
export function buildThread<T extends Placed>(comments: readonly T[], order: ThreadOrder = 'oldest'): Branch<T>[] {
  const sorted = [...comments].sort(order === 'oldest' ? byTime : (a, b) => byTime(b, a))
  const branches = new Map(sorted.map((comment) => [comment.id, branchOf(comment)]))
  const roots: Branch<T>[] = []
  for (const branch of branches.values()) {
    const { parentId } = branch.comment
    const parent = parentId === null ? undefined : branches.get(parentId)
    if (parent) parent.replies.push(branch)
    else roots.push(branch)
  }
  measure(roots)
  return roots
}

/** The part of a thread that begins with one comment, as a thread of its own; empty when there is no such comment. */
export function subThread<T extends Placed>(comments: readonly T[], id: string, order?: ThreadOrder): Branch<T>[] {
  const found = findBranch(comments, id)
  return found
    ? buildThread(
        everyBranch([found]).map(({ comment }) => comment),
        order,
      )
    : []
}

/** Whether a comment stands so deep in its thread that its paper's page leaves it to a page of its own. */
export function isTooDeep<T extends Placed>(comments: readonly T[], id: string): boolean {
  return (findBranch(comments, id)?.depth ?? 0) > deepest
}

/** Laid over a list that may have been made before them: one's own writes, of which the last has the last word. */
export function withOwn<T extends Placed>(list: readonly T[], own: readonly T[]): T[] {
  const latest = new Map(own.map((comment) => [comment.id, comment]))
  const known = new Set(list.map(({ id }) => id))
  const added = [...latest.values()].filter(({ id }) => !known.has(id))
  return [...list.map((comment) => latest.get(comment.id) ?? comment), ...added].sort(byTime)
}

function byTime(a: Placed, b: Placed): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function branchOf<T>(comment: T): Branch<T> {
  return { comment, depth: 0, size: 0, replies: [] }
}

function findBranch<T extends Placed>(comments: readonly T[], id: string): Branch<T> | undefined {
  return everyBranch(buildThread(comments)).find(({ comment }) => comment.id === id)
}

/** Every branch, parents before what answers them: the list grows while it is walked. */
function everyBranch<T>(roots: readonly Branch<T>[]): Branch<T>[] {
  const all = [...roots]
  for (const { replies } of all) for (const reply of replies) all.push(reply)
  return all
}

function measure<T>(roots: readonly Branch<T>[]): void {
  const all = everyBranch(roots)
  for (const { depth, replies } of all) for (const reply of replies) reply.depth = depth + 1
  for (const branch of all.reverse()) branch.size = branch.replies.reduce((sum, { size }) => sum + size + 1, 0)
}
