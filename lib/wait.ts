/** How long to wait, from whole seconds: `a second`, `30 seconds`, `10 minutes`. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return seconds <= 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
