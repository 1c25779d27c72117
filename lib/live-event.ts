/** The data of one event of /api/live. */
export type LiveEvent = {
  papers: { id: string; upvotes: number; comments: number }[]
  /** For listeners of one paper. */
  comments?: { id: string; paper: string; act: string }[]
  /** Days whose list of papers may be another now. */
  days?: string[]
  /** It is not known which lists changed: whoever shows one looks for itself. */
  refetch?: true
  /** With either of those: ms over which listeners should spread what they ask for anew. */
  spread?: number
}

/** An event as a page takes it in. */
export type HeardEvent = Required<Pick<LiveEvent, 'papers' | 'comments'>> & {
  /** Whether the list of papers itself may be another than the one on the page. */
  listChanged: boolean
  /** Ms over which the pages that hear of it should spread what they ask of the server. */
  spread: number
}

/** Reads an event's data; `day` is the page's own, null for pages of many days. Null when it is no event of ours. */
export function readLiveEvent(text: string, day: string | null): HeardEvent | null {
  const data = parse(text)
  if (!isRecord(data)) return null
  const days = listOf(data.days, (value) => (typeof value === 'string' ? value : null))
  return {
    papers: listOf(data.papers, readNumbers),
    comments: listOf(data.comments, readComment),
    spread: typeof data.spread === 'number' ? Math.min(Math.max(data.spread, 0), 120_000) : 0,
    listChanged: data.refetch === true || (day === null ? days.length > 0 : days.includes(day)),
  }
}

function readNumbers(value: unknown) {
  if (!isRecord(value)) return null
  const { id, upvotes, comments } = value
  if (typeof id !== 'string' || typeof upvotes !== 'number' || typeof comments !== 'number') return null
  return { id, upvotes, comments }
}

function readComment(value: unknown) {
  if (!isRecord(value)) return null
  const { id, paper, act } = value
  return typeof id === 'string' && typeof paper === 'string' && typeof act === 'string' ? { id, paper, act } : null
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null): T[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const fits = read(item)
    return fits === null ? [] : [fits]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // half an event, cut off by a proxy
  }
}
