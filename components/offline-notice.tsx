'use client'

import { useSyncExternalStore } from 'react'

let since = ''
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Says that the network is gone, and as of when the page stands. */
export function OfflineNotice() {
  const isOnline = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  )
  if (isOnline) return null
  since ||= clock.format(new Date())
  return (
    <p className="notice offline" role="status">
      You are offline. This is the page as of {since}; votes wait until you are back.
    </p>
  )
}

function watch(watcher: () => void): () => void {
  const back = () => {
    since = ''
    watcher()
  }
  window.addEventListener('online', back)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', back)
    window.removeEventListener('offline', watcher)
  }
}
