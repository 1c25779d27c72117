/** The last comment of a page of newest comments; the next page begins after it. Time is ms since 1970. */
export type CommentCursor = { createdAt: number; id: string }

/** As it travels in an address: 1780390800000.0mofa8x2g0b1c2d3e4f5a. */
export function writeCommentCursor({ createdAt, id }: CommentCursor): string {
  return `${createdAt}.${id}`
}

/** Null when it is none of ours. */
export function readCommentCursor(text: string): CommentCursor | null {
  const [, createdAt, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(text) ?? []
  return createdAt !== undefined && id !== undefined ? { createdAt: Number(createdAt), id } : null
}
