import { send } from '@/components/send'

/** What is moderated: a comment, a paper's place on its day, or who may see a reading list. */
export type Moderated = { comment: string } | { paper: string } | { list: string }

/**
 * Hides a comment, takes a paper off its day or makes a list private, with a reason; without one, takes that back.
 * @returns why it was refused, or null when it was done
 */
export async function moderate(what: Moderated, reason: string | null): Promise<string | null> {
  const address = `/api/moderation/${pathOf(what)}`
  const answer = reason === null ? await send('DELETE', address) : await send('PUT', address, { reason })
  return answer.ok ? null : answer.error
}

function pathOf(what: Moderated): string {
  if ('comment' in what) return `comments/${what.comment}`
  return 'list' in what ? `lists/${what.list}` : `papers/${what.paper.replace('/', '~')}`
}
