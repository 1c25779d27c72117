/** What a list can be seen by. */
export const orders = ['top', 'newest', 'discussed'] as const
export type Order = (typeof orders)[number]

/** The numbers that decide a paper's place. */
export type Standing = { id: string; upvotes: number; comments: number; submittedAt: number }

/** A paper's standing alone: what a page hands to the browser to sort by, without the abstract a second time. */
export function standingOf({ id, upvotes, comments, submittedAt }: Standing): Standing {
  return { id, upvotes, comments, submittedAt }
}

type Key = { by: keyof Standing; descending: boolean }

/**
 * The one definition of every order, read by the browser (compareBy) and by SQL (db/listing-statements.ts): keys from first to
 * last. Ids compare by code unit, as SQLite's BINARY collation does.
 */
export const orderKeys: Record<Order, readonly Key[]> = {
  top: [
    { by: 'upvotes', descending: true },
    { by: 'comments', descending: true },
    { by: 'submittedAt', descending: false },
    { by: 'id', descending: false },
  ],
  newest: [
    { by: 'submittedAt', descending: true },
    { by: 'id', descending: false },
  ],
  discussed: [
    { by: 'comments', descending: true },
    { by: 'upvotes', descending: true },
    { by: 'submittedAt', descending: false },
    { by: 'id', descending: false },
  ],
}

/** A comparator for Array.sort: negative when a stands before b in this order. Total: 0 only for the same id. */
export function compareBy(order: Order): (a: Standing, b: Standing) => number {
  const keys = orderKeys[order]
  return (a, b) => {
    for (const { by, descending } of keys) {
      const x = a[by]
      const y = b[by]
      if (x === y) continue
      return x < y === descending ? 1 : -1
    }
    return 0
  }
}
