import { apiPaperPath } from '@/lib/paper-id'
import type { NoVote } from '@/lib/vote-refusal'

type Counted = { upvotes: number; voted: boolean }

const tries = [0, 1_000, 3_000]

/**
 * Asks for a vote to be there, or not. A state may be asked for twice, so a request that got no answer, as when the
 * server starts anew, is sent again; without a network it waits until there is one.
 */
export async function requestVote(paperId: string, want: boolean): Promise<Counted | NoVote> {
  let last: NoVote = { status: 0, error: null, retryAfter: null }
  for (const pause of tries) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    await whenOnline()
    const answer = await ask(paperId, want)
    if ('voted' in answer || (answer.status !== 0 && answer.status !== 503)) return answer
    last = answer
  }
  return last
}

async function ask(paperId: string, want: boolean): Promise<Counted | NoVote> {
  let response: Response
  try {
    response = await fetch(`${apiPaperPath(paperId)}/vote`, { method: want ? 'PUT' : 'DELETE', keepalive: true })
  } catch {
    return { status: 0, error: null, retryAfter: null } // fetch throws when no answer came
  }
  const body: Record<string, unknown> = await response.json().catch(() => ({})) // a proxy's page is no JSON
  const { upvotes, voted, error } = body
  if (response.ok && typeof upvotes === 'number' && typeof voted === 'boolean') return { upvotes, voted }
  const retryAfter = Number(response.headers.get('retry-after')) || null
  return { status: response.status, error: typeof error === 'string' ? error : null, retryAfter }
}

function whenOnline(): Promise<void> {
  if (navigator.onLine) return Promise.resolve()
  return new Promise((resolve) => window.addEventListener('online', () => resolve(), { once: true }))
}
