/** What is moderated: a comment or a paper's place on its day. */
export type Moderated = { comment: string } | { paper: string }

/**
 * Hides a comment or takes a paper off its day, with a reason; without one, takes that back.
 * @returns why it was refused, or null when it was done
 */
export async function moderate(what: Moderated, reason: string | null): Promise<string | null> {
  const path = 'comment' in what ? `comments/${what.comment}` : `papers/${what.paper.replace('/', '~')}`
  try {
    const response = await fetch(`/api/moderation/${path}`, {
      method: reason === null ? 'DELETE' : 'PUT',
      headers: reason === null ? {} : { 'content-type': 'application/json' },
      body: reason === null ? null : JSON.stringify({ reason }),
    })
    if (response.ok) return null
    const answer: { error?: string } = await response.json().catch(() => ({})) // a proxy's page is no JSON
    return answer.error ?? 'The site is not well. Try again.'
  } catch (error) {
    if (error instanceof TypeError) return 'The site does not answer. Try again.' // fetch throws it when no answer came
    throw error
  }
}
