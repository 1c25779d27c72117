import { send } from '@/components/send'

/** What is moderated: a comment or a paper's place on its day. */
export type Moderated = { comment: string } | { paper: string }

/**
 * Hides a comment or takes a paper off its day, with a reason; without one, takes that back.
 * @returns why it was refused, or null when it was done
 */
export async function moderate(what: Moderated, reason: string | null): Promise<string | null> {
  const path = 'comment' in what ? `comments/${what.comment}` : `papers/${what.paper.replace('/', '~')}`
  const address = `/api/moderation/${path}`
  const answer = reason === null ? await send('DELETE', address) : await send('PUT', address, { reason })
  return answer.ok ? null : answer.error
}
