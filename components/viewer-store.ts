import { useSyncExternalStore } from 'react'
import type { Viewer, ViewerLayer } from '@/db/types'

/* Who is reading and what they voted for: the personal layer, laid over a page that is the same for everybody. */

type Layer = {
  /** False until the server has said who this is; a browser without the hint cookie is known to be signed out. */
  isKnown: boolean
  viewer: Pick<Viewer, 'name' | 'role'> | null
  voted: ReadonlySet<string>
}

const unknown: Layer = { isKnown: false, viewer: null, voted: new Set() }
const signedOut: Layer = { ...unknown, isKnown: true }
// As many as /api/viewer takes.
const idsAtOnce = 200
const staleAfter = 30_000

let layer = unknown
let asking: Promise<void> | null = null
let askedAt = 0
// Votes answered while the layer is being asked for, which may have been read before them.
const answered = new Map<string, boolean>()
const wanted = new Set<string>()
const watchers = new Set<() => void>()

/** The personal layer; unknown on the server and while hydrating, so that the HTML is the same for all. */
export function useViewer(): Layer {
  return useSyncExternalStore(
    watchViewer,
    () => layer,
    () => unknown,
  )
}

/** Calls back when the layer changed. Returns how to stop. */
function watchViewer(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function viewerNow(): Layer {
  return layer
}

/** Asks for the viewer, with their vote for this paper if one is named. Papers named in one moment are one request. */
export function askViewer(paperId?: string): void {
  if (paperId) {
    if (wanted.has(paperId)) return
    wanted.add(paperId)
  } else if (asking || layer.isKnown) return
  asking ??= Promise.resolve().then(askAll)
}

/** The layer once it is known, with the vote for this paper if one is named. */
export async function whenViewerKnown(paperId?: string): Promise<Layer> {
  askViewer(paperId)
  while (asking) await asking
  return layer
}

/** Lays the answer to a vote of one's own over the page. */
export function setVoted(paperId: string, isVoted: boolean): void {
  answered.set(paperId, isVoted)
  setLayer(withAnswers(layer))
}

/** Signed out elsewhere, as an answer to a write has just said. */
export function forgetViewer(): void {
  setLayer(signedOut)
}

/** Watches for another tab's sign-in and votes: asks again when the page comes back. Returns how to stop. */
export function keepViewerFresh(): () => void {
  const comeBack = () => {
    const isStale = layer.isKnown && (seemsSignedIn() !== (layer.viewer !== null) || Date.now() - askedAt > staleAfter)
    if (document.visibilityState === 'visible' && isStale) asking ??= askAll()
  }
  const show = ({ persisted }: PageTransitionEvent) => {
    if (persisted) asking ??= askAll()
  }
  document.addEventListener('visibilitychange', comeBack)
  window.addEventListener('pageshow', show)
  return () => {
    document.removeEventListener('visibilitychange', comeBack)
    window.removeEventListener('pageshow', show)
  }
}

async function askAll(): Promise<void> {
  askedAt = Date.now()
  const ids = [...wanted]
  answered.clear()
  try {
    if (seemsSignedIn()) setLayer(withAnswers((await fetchLayer(ids)) ?? layer))
    else if (layer !== signedOut) setLayer(signedOut)
  } catch (error) {
    // Offline: the page stays as it was, and a vote is told why it has to wait.
    if (!(error instanceof TypeError)) throw error
  } finally {
    asking = null
    if (wanted.size > ids.length) asking = askAll()
  }
}

async function fetchLayer(ids: string[]): Promise<Layer | null> {
  const parts: string[][] = [ids.slice(0, idsAtOnce)]
  for (let from = idsAtOnce; from < ids.length; from += idsAtOnce) parts.push(ids.slice(from, from + idsAtOnce))
  const answers = await Promise.all(parts.map(fetchPart))
  const voted = new Set<string>()
  for (const answer of answers) {
    // Refused, for a restart or too many questions: that says nothing about the viewer.
    if (!answer) return null
    for (const id of answer.voted) voted.add(id)
  }
  return { isKnown: true, viewer: answers[0]?.viewer ?? null, voted }
}

async function fetchPart(ids: string[]): Promise<ViewerLayer | null> {
  const query = new URLSearchParams(ids.length > 0 ? { ids: ids.join(',') } : {})
  const response = await fetch(`/api/viewer?${query}`, { cache: 'no-store' })
  return response.ok ? response.json() : null
}

function withAnswers(given: Layer): Layer {
  const voted = new Set(given.voted)
  for (const [id, isVoted] of answered) {
    if (isVoted) voted.add(id)
    else voted.delete(id)
  }
  return { ...given, voted }
}

/** The hint beside the session cookie (auth.ts): no secret, and no request without it. */
export function seemsSignedIn(): boolean {
  return /(?:^|; )dp_signed_in=1/.test(document.cookie)
}

function setLayer(next: Layer): void {
  layer = next
  for (const watcher of watchers) watcher()
}
