import { useSyncExternalStore } from 'react'
import type { Viewer, ViewerLayer } from '@/db/types'

/* Who is reading, and how they stand to what is here: the personal layer, over a page that is the same for everybody. */

type Layer = {
  /** False until the server has said who this is; a browser without the hint cookie is known to be signed out. */
  isKnown: boolean
  viewer: Pick<Viewer, 'name' | 'role'> | null
  voted: ReadonlySet<string>
  /** Papers on the list that they save to. */
  saved: ReadonlySet<string>
  /** Papers held back by words that they mute. */
  muted: ReadonlySet<string>
  /** What they follow: `category:cs.lg`, as followMark() writes it. */
  follows: ReadonlySet<string>
}

/** What a reader changes by their own writes. */
type Part = 'voted' | 'saved' | 'follows'

const none: ReadonlySet<string> = new Set()
const unknown: Layer = { isKnown: false, viewer: null, voted: none, saved: none, muted: none, follows: none }
const signedOut: Layer = { ...unknown, isKnown: true }
// As many as /api/viewer takes.
const idsAtOnce = 200
const staleAfter = 30_000

let layer = unknown
let asking: Promise<void> | null = null
let askedAt = 0
// Writes answered while the layer is being asked for, which may have been read before them.
const answered: Record<Part, Map<string, boolean>> = { voted: new Map(), saved: new Map(), follows: new Map() }
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
  setAnswer('voted', paperId, isVoted)
}

/** The same of saving a paper, and of following something. */
export function setAnswer(part: Part, key: string, isSo: boolean): void {
  answered[part].set(key, isSo)
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
  for (const part of Object.values(answered)) part.clear()
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
  const known = answers.filter((answer) => answer !== null)
  // Refused, for a restart or too many questions: that says nothing about the viewer.
  if (known.length < answers.length) return null
  const all = (pick: (answer: ViewerLayer) => string[]) => new Set(known.flatMap(pick))
  return {
    isKnown: true,
    viewer: known[0]?.viewer ?? null,
    voted: all(({ voted }) => voted),
    saved: all(({ saved }) => saved),
    muted: all(({ muted }) => muted),
    follows: all(({ follows }) => follows.map(({ kind, key }) => `${kind}:${key}`)),
  }
}

async function fetchPart(ids: string[]): Promise<ViewerLayer | null> {
  const query = new URLSearchParams(ids.length > 0 ? { ids: ids.join(',') } : {})
  const response = await fetch(`/api/viewer?${query}`, { cache: 'no-store' })
  return response.ok ? response.json() : null
}

function withAnswers(given: Layer): Layer {
  return {
    ...given,
    voted: withChanges(given.voted, answered.voted),
    saved: withChanges(given.saved, answered.saved),
    follows: withChanges(given.follows, answered.follows),
  }
}

function withChanges(given: ReadonlySet<string>, changes: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  if (changes.size === 0) return given
  const after = new Set(given)
  for (const [key, isSo] of changes) {
    if (isSo) after.add(key)
    else after.delete(key)
  }
  return after
}

/** The hint beside the session cookie (auth.ts): no secret, and no request without it. */
export function seemsSignedIn(): boolean {
  return /(?:^|; )dp_signed_in=1/.test(document.cookie)
}

function setLayer(next: Layer): void {
  layer = next
  for (const watcher of watchers) watcher()
}
