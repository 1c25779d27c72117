/** This page's address from the root, with its query: where to come back to, and what to ask for anew. */
export function herePath(): string {
  return window.location.pathname + window.location.search
}
