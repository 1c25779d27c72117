'use client'

import { useSyncExternalStore } from 'react'

let said = ''
const watchers = new Set<() => void>()

/** Says something to screen readers, when they are done with what they are saying. Seldom, please. */
export function announce(text: string): void {
  said = text
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The one place of the page that announcements are read from. */
export function Announcer() {
  const text = useSyncExternalStore(
    watch,
    () => said,
    () => '',
  )
  return (
    <p className="hidden" role="status">
      {text}
    </p>
  )
}
