import { tryStorage } from '@/components/browser-storage'

/* What a tab remembers until it is closed. A browser that keeps nothing (storage off or full) forgets. */

export function recall(name: string): string | null {
  return tryStorage('sessionStorage', (storage) => storage.getItem(name))
}

/** @param value null to forget */
export function remember(name: string, value: string | null): void {
  tryStorage('sessionStorage', (storage) => (value === null ? storage.removeItem(name) : storage.setItem(name, value)))
}
