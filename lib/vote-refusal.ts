import { waitInWords } from '@/lib/wait'

/** What came back instead of a vote: an answer that says no, or nothing at all (status 0). */
export type NoVote = { status: number; error: string | null; retryAfter: number | null }

/** Why a vote was not counted, for a person. */
export function voteRefusal({ status, error, retryAfter }: NoVote): string {
  if (status === 0) return 'Not counted: the site does not answer. Try again in a moment.'
  if (status === 401) return 'Not counted: you are signed out.'
  if (status === 404) return 'Not counted: this paper is no longer here.'
  if (status === 429) return `Not counted: too many votes at once. Try again in ${waitInWords(retryAfter ?? 60)}.`
  if (status >= 500) return `Not counted. ${error ?? 'Our mistake. Try again in a moment.'}`
  return `Not counted: ${lowerFirst(error ?? 'The site refused it.')}`
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
