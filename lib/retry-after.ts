/**
 * How long an answer asks to wait, from its Retry-After: seconds, or a date (RFC 9110). Ms from now, 0 for a time that
 * has passed; null when it asks for nothing that can be read.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  // Whatever else Date.parse takes, as in "-5", is no date of HTTP.
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(at - now, 0)
}
