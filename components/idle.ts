/** Runs once the page has loaded and the browser has a moment. Returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const begin = () => {
    // Safari has no idle callbacks.
    if (!('requestIdleCallback' in window)) return setTimeout(() => signal.aborted || run(), 200)
    return requestIdleCallback(() => signal.aborted || run(), { timeout: 2_000 })
  }
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin, { once: true, signal })
  return () => stop.abort()
}

/** Resolves once the reader sees the page: not while it is made ready behind another. */
export function whenVisible(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
  })
}
