import type { Comment } from '@/db/types'
import { apiPaperPath } from '@/lib/paper-id'

export type Read = { comments: Comment[]; carriedOver: number }

const tries = 4
const pause = 400

/**
 * Reads a paper's comments after something happened to them. The answer may be one that was made a moment before, so
 * while it says what is known it is asked for again, a few times.
 * @param known null to take whatever comes
 * @returns null when nothing is new or nothing came: the next event asks again
 */
export async function fetchComments(paperId: string, known: readonly Comment[] | null): Promise<Read | null> {
  const before = known && JSON.stringify(known)
  for (let left = tries; left > 0; left--) {
    const read = await ask(paperId)
    if (!read || JSON.stringify(read.comments) !== before) return read
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return null
}

async function ask(paperId: string): Promise<Read | null> {
  try {
    const response = await fetch(`${apiPaperPath(paperId)}/comments`, { cache: 'no-cache' })
    return response.ok ? await response.json() : null
  } catch (error) {
    if (error instanceof TypeError) return null // fetch throws it when no answer came
    throw error
  }
}
