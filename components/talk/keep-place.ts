import { isOnScreen } from '@/components/on-screen'

/**
 * Makes a change to the page and scrolls so that what the reader types in or reads stays where it was. Some browsers
 * do this by themselves, not all, and none knows that a half-written answer matters more than what stands above it.
 */
export function keepPlace(within: HTMLElement | null, change: () => void): void {
  const anchor = within && anchorIn(within)
  const before = anchor?.getBoundingClientRect().top
  change()
  if (!anchor?.isConnected || before === undefined) return
  const moved = anchor.getBoundingClientRect().top - before
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
}

/** What has the focus, else the first comment on the screen. */
function anchorIn(within: HTMLElement): Element | null {
  const focused = document.activeElement
  if (focused && within.contains(focused) && isOnScreen(focused)) return focused
  return Array.from(within.querySelectorAll('.comment > header')).find(isOnScreen) ?? null
}
