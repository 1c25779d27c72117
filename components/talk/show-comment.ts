/** Brings a comment into view once React has drawn it, and the keyboard with it. */
export function showComment(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(`comment-${id}`)
    place?.scrollIntoView({ block: 'nearest' })
    place?.focus({ preventScroll: true })
  })
}
