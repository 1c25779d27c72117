/** The part of a file that a Range header asks for: first and last byte, both included. */
export type ByteRange = { start: number; end: number }

/**
 * Reads a Range header (RFC 9110, 14.1). Null when the whole is to be sent: without one, with one that is no range of
 * bytes, or with several, which nobody needs for going on where a download broke off.
 * @returns 'outside' when it lies behind the end
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'outside' : { start, end }
}
