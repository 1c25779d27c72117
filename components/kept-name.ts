import { useSyncExternalStore } from 'react'
import { tryStorage } from '@/components/browser-storage'
import { seemsSignedIn } from '@/components/viewer-store'
import { keptNameKey } from '@/lib/kept-name'

/* Who was signed in when the last page was left, so that the next one need not say "Sign in" until the server answers. */

/** The name that was kept, while somebody seems to be signed in; null on the server and while hydrating. */
export function useKeptName(): string | null {
  return useSyncExternalStore(stays, readName, () => null)
}

/** Keeps the name for the next page; null where nobody is signed in. */
export function keepName(name: string | null): void {
  tryStorage('localStorage', (storage) =>
    name === null ? storage.removeItem(keptNameKey) : storage.setItem(keptNameKey, name),
  )
  if (name === null) delete document.documentElement.dataset.signedIn
}

function readName(): string | null {
  return seemsSignedIn() ? tryStorage('localStorage', (storage) => storage.getItem(keptNameKey)) : null
}

/** What was kept matters until the viewer is known, and nothing changes it before. */
function stays(): () => void {
  return () => {}
}
