import type { CommentError } from '@/db/comments'
import { refuse } from '@/door'

const refusals: Record<CommentError, { status: number; error: string }> = {
  'no such paper': { status: 404, error: 'There is no paper of that id.' },
  'no such comment': { status: 404, error: 'There is no such comment here.' },
  'not yours': { status: 403, error: 'Only its author may change a comment.' },
  deleted: { status: 409, error: 'Its author has deleted that comment.' },
  hidden: { status: 409, error: 'A moderator has hidden that comment.' },
}

/** Why a comment was not written or changed, for whoever asked. */
export function refuseComment(reason: CommentError): Response {
  const { status, error } = refusals[reason]
  return refuse(status, error)
}
