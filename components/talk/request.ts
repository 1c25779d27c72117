import type { Comment } from '@/db/types'
import { apiPaperPath } from '@/lib/paper-id'

/** What the server said; `status` 0 when it said nothing. `id` is what to quote when the mistake was ours. */
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; error: string; id: string | null }

export type Sent = { method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'; body?: Record<string, string>; signal?: AbortSignal }

export function requestComment(path: string, sent: Sent): Promise<Answer<Comment>> {
  return request<Comment>(path, sent)
}

export function requestPreview(comment: string): Promise<Answer<{ html: string }>> {
  return request<{ html: string }>('/api/comments/preview', { method: 'POST', body: { comment } })
}

/** Where comments of a paper are written; with an id, where that one is changed. */
export function commentPath(paperId: string, commentId?: string): string {
  return `${apiPaperPath(paperId)}/comment${commentId === undefined ? '' : `/${commentId}`}`
}

async function request<T>(path: string, { method, body, signal }: Sent): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : null,
      signal: signal ?? null,
    })
  } catch {
    return { ok: false, status: 0, error: unanswered(), id: null } // fetch throws when no answer came
  }
  const answer: unknown = await response.json().catch(() => null) // a proxy's page is no JSON
  if (response.ok) return { ok: true, value: answer as T } // the routes of this very site
  const { error, id } = (answer ?? {}) as { error?: string; id?: string }
  return { ok: false, status: response.status, error: error ?? 'The site is not well. Try again.', id: id ?? null }
}

function unanswered(): string {
  return navigator.onLine ? 'The site does not answer.' : 'You are offline.'
}
