import { parsePaperId } from '@/lib/paper-id'

/** The last paper of a page of all papers by publication date; the next page begins after it. */
export type PublishedCursor = { publishedAt: number; id: string }

/** As it travels in an address: 904867200000_cs/9809007. */
export function writeCursor({ publishedAt, id }: PublishedCursor): string {
  return `${publishedAt}_${id}`
}

/** Null when it is none of ours. */
export function readCursor(text: string): PublishedCursor | null {
  const [, publishedAt, id = ''] = /^(-?\d{1,15})_(.+)$/.exec(text) ?? []
  return publishedAt !== undefined && parsePaperId(id) === id ? { publishedAt: Number(publishedAt), id } : null
}
