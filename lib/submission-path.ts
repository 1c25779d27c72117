/** The page that a paper is submitted on, with what was pasted. */
export function submitPath(pasted: unknown): string {
  return typeof pasted === 'string' && pasted.trim() !== ''
    ? `/submit?${new URLSearchParams({ q: pasted })}`
    : '/submit'
}
