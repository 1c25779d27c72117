import { tryStorage } from '@/components/browser-storage'

/*
 * What is being typed, kept in this browser until it is sent: it survives a reload, a lost session and the way through
 * the sign-in page. A browser that keeps nothing (storage off or full) still sends.
 */

/** What a draft is for: a comment, an answer to one, or a change of one. */
export type Slot = 'new' | `reply:${string}` | `edit:${string}`

type Draft = { text: string; at: number }

const longest = 30 * 86_400_000

export function loadDraft(paperId: string, slot: Slot, now = Date.now()): string | null {
  const draft = read(keyOf(paperId, slot))
  return draft && now - draft.at < longest ? draft.text : null
}

/** Empty text is no draft. */
export function keepDraft(paperId: string, slot: Slot, text: string, now = Date.now()): void {
  const key = keyOf(paperId, slot)
  tryStorage('localStorage', (storage) => {
    if (text.trim() === '') storage.removeItem(key)
    else storage.setItem(key, JSON.stringify({ text, at: now } satisfies Draft))
  })
}

export function dropDraft(paperId: string, slot: Slot): void {
  keepDraft(paperId, slot, '')
}

function keyOf(paperId: string, slot: Slot): string {
  return `draft ${paperId} ${slot}`
}

function read(key: string): Draft | null {
  const kept = tryStorage('localStorage', (storage) => storage.getItem(key))
  if (!kept) return null
  try {
    const draft: Partial<Draft> = JSON.parse(kept)
    return typeof draft.text === 'string' && typeof draft.at === 'number' ? { text: draft.text, at: draft.at } : null
  } catch {
    return null // not ours
  }
}
