import { whenIdle } from '@/components/idle'
import { hearNumbers } from '@/components/numbers-store'
import { type HeardEvent, readLiveEvent } from '@/lib/live-event'
import { reconnectDelay } from '@/lib/reconnect'

/** What a page listens to: a day, a paper, or with neither the whole site. */
export type LiveScope = { day?: string; paper?: string }

/** What happened to a paper's comments; an empty list says to look for oneself. */
export type CommentChange = Pick<HeardEvent['comments'][number], 'id' | 'act'>

type CommentListener = (changes: CommentChange[]) => void

const commentListeners = new Map<string, Set<CommentListener>>()
// The server tells newcomers again what happened in the last 90 s (server/live.ts).
const toldAgain = 60_000

/** Calls back when comments of a paper were written, edited, deleted or hidden. Returns how to stop. */
export function onPaperComments(paperId: string, listener: CommentListener): () => void {
  const listeners = commentListeners.get(paperId) ?? new Set()
  commentListeners.set(paperId, listeners.add(listener))
  return () => listeners.delete(listener)
}

/**
 * Listens from the first idle moment on, feeds the numbers, and calls back when the page should look at itself anew.
 * A hidden or left page gives its connection up, a browser has six for a site; one that comes back resumes after the
 * last event it saw. Returns how to stop.
 */
export function openLive(scope: LiveScope, lookAgain: (spread?: number) => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let source: EventSource | null = null
  let lastId = ''
  let closedAt = Date.now()
  let refusals = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const close = () => {
    clearTimeout(retry)
    if (!source) return
    source.close()
    source = null
    closedAt = Date.now()
  }
  const open = () => {
    if (source || signal.aborted || document.visibilityState === 'hidden') return
    // Without an event there is no id to resume from.
    if (lastId === '' && Date.now() - closedAt > toldAgain) lookAgain()
    source = new EventSource(`/api/live?${new URLSearchParams({ ...scope, ...(lastId && { after: lastId }) })}`)
    source.onopen = () => {
      refusals = 0
    }
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      lastId = lastEventId || lastId
      const event = readLiveEvent(data, scope.day ?? null)
      if (event) tell(event, scope, lookAgain)
    }
    source.onerror = ({ currentTarget }) => {
      // A broken connection is taken up again by the browser; an answer that says no is final for it.
      if (currentTarget !== source || source?.readyState !== EventSource.CLOSED) return
      close()
      retry = setTimeout(ask, reconnectDelay(refusals, Math.random()))
      refusals += 1
    }
  }
  // While refused, the page keeps up by looking for itself.
  const ask = () => {
    if (document.visibilityState === 'visible') lookAgain()
    open()
  }
  const follow = () => (document.visibilityState === 'hidden' ? close() : open())

  const cancel = whenIdle(() => {
    open()
    document.addEventListener('visibilitychange', follow, { signal })
    window.addEventListener('pageshow', open, { signal })
    // An open connection would keep the page out of the browser's memory for going back.
    window.addEventListener('pagehide', close, { signal })
  })
  return () => {
    cancel()
    stop.abort()
    close()
  }
}

function tell(event: HeardEvent, { paper }: LiveScope, lookAgain: (spread?: number) => void): void {
  hearNumbers(event.papers)
  if (event.listChanged) lookAgain(event.spread)
  const concerned = new Set([
    ...event.comments.map((change) => change.paper),
    ...(paper && event.listChanged ? [paper] : []),
  ])
  for (const id of concerned) {
    const changes = event.listChanged ? [] : event.comments.filter((change) => change.paper === id)
    for (const listener of commentListeners.get(id) ?? []) listener(changes)
  }
}
