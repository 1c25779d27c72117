/** A ref for what takes the keyboard when it appears. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}
