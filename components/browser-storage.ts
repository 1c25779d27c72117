/** What the browser keeps for this site, or for this tab; null when it keeps nothing: storage may be off or full. */
export function tryStorage<T>(kind: 'localStorage' | 'sessionStorage', use: (storage: Storage) => T): T | null {
  try {
    return use(window[kind])
  } catch (error) {
    if (error instanceof DOMException) return null // forbidden, or full
    throw error
  }
}
