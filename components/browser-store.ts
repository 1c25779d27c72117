import { useSyncExternalStore } from 'react'

/**
 * A map of small immutable values in the browser that components watch by key. It is filled by what happens after the
 * page came, never on the server: there every reader has the same page.
 */
export class BrowserStore<T> {
  readonly #values = new Map<string, T>()
  readonly #watchers = new Set<() => void>()
  /** The value of a key that nothing was kept for. */
  readonly none: T

  constructor(none: T) {
    this.none = none
  }

  get(key: string): T {
    return this.#values.get(key) ?? this.none
  }

  set(key: string, value: T): void {
    if (this.#values.get(key) === value) return
    this.#values.set(key, value)
    for (const watcher of this.#watchers) watcher()
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
}

/** What `pick` makes of the value under a key; it must return a primitive, or the same object for the same value. */
export function useStored<T, Picked>(store: BrowserStore<T>, key: string, pick: (value: T) => Picked): Picked {
  return useSyncExternalStore(
    store.watch,
    () => pick(store.get(key)),
    () => pick(store.none),
  )
}
