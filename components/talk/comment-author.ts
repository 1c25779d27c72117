import type { Comment } from '@/db/types'

/** What a comment's author is called; people who have left have no name any more. */
export function commentAuthor({ author }: Pick<Comment, 'author'>): string {
  return author?.fullName ?? author?.name ?? 'somebody who left'
}
