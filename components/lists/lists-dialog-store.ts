import { useSyncExternalStore } from 'react'

/** The paper for which lists are being chosen. */
export type Asked = { paperId: string; title: string }

let asked: Asked | null = null
let opener: Element | null = null
const watchers = new Set<() => void>()

export function openLists(paper: Asked): void {
  opener = document.activeElement
  set(paper)
}

/** Back to where the reader was when they opened it. */
export function focusOpener(): void {
  if (opener instanceof HTMLElement) opener.focus()
}

export function closeLists(): void {
  set(null)
}

export function useListsAsked(): Asked | null {
  return useSyncExternalStore(
    watch,
    () => asked,
    () => null,
  )
}

function set(paper: Asked | null): void {
  asked = paper
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
