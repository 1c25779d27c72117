/* What a tab remembers until it is closed. A browser that keeps nothing (storage off or full) forgets. */

export function recall(name: string): string | null {
  return tryStorage((storage) => storage.getItem(name))
}

/** @param value null to forget */
export function remember(name: string, value: string | null): void {
  tryStorage((storage) => (value === null ? storage.removeItem(name) : storage.setItem(name, value)))
}

function tryStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage)
  } catch {
    return null // browsers throw when storage is off or full
  }
}
