import type { CommentError, CommentWritten } from '@/db/comments'
import { refuse } from '@/door'
import { renderComment } from '@/lib/comment-text'

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

/** Renders what somebody typed and has it kept: the comment as it now is, with this status, or why there is none. */
export async function saveComment(
  { comment: typed }: { comment: string },
  status: 200 | 201,
  save: (text: { body: string; html: string }) => Promise<CommentWritten>,
): Promise<Response> {
  const text = renderComment(typed)
  if (!text.ok) return refuse(400, text.error, { comment: text.error })
  const saved = await save(text)
  return saved.ok ? Response.json(saved.comment, { status }) : refuseComment(saved.error)
}
