import { useSyncExternalStore } from 'react'

/* Papers that were taken off their day from this very page, which was made before and still shows them there. */
const taken = new Set<string>()
const listeners = new Set<() => void>()

export function noteTakenOff(paperId: string): void {
  taken.add(paperId)
  for (const listener of listeners) listener()
}

export function useTakenOff(paperId: string): boolean {
  return useSyncExternalStore(
    listen,
    () => taken.has(paperId),
    () => false,
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
