/**
 * Whether the reader's hand is on an element: a press has begun that would end on another paper if it moved now, or
 * text in it is selected. Calls back when it is free again.
 */
export function watchHands(element: HTMLElement, onFree: () => void): { areBusy: () => boolean; stop: () => void } {
  const stop = new AbortController()
  const { signal } = stop
  let isDown = false
  const press = () => {
    isDown = true
  }
  const release = () => {
    if (!isDown) return
    // The click of this press comes after it.
    setTimeout(() => {
      isDown = false
      onFree()
    }, 50)
  }
  const areBusy = () => isDown || hasSelection(element)
  element.addEventListener('pointerdown', press, { signal })
  document.addEventListener('pointerup', release, { signal })
  document.addEventListener('pointercancel', release, { signal })
  let wasBusy = false
  document.addEventListener(
    'selectionchange',
    () => {
      const isBusy = hasSelection(element)
      if (wasBusy && !isBusy) onFree()
      wasBusy = isBusy
    },
    { signal },
  )
  return { areBusy, stop: () => stop.abort() }
}

function hasSelection(element: HTMLElement): boolean {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false
  return selection.getRangeAt(0).intersectsNode(element)
}
