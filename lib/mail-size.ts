/* How large a text becomes on its way through mail (RFC 2045). */

export type MailEncoding = 'quoted-printable' | 'base64'

/** The encoding in which texts are the smaller together, and their size in it, in bytes. */
export function mailEncodingOf(...texts: string[]): { encoding: MailEncoding; size: number } {
  const quoted = sum(texts.map(quotedSize))
  const base64 = sum(texts.map(base64Size))
  return quoted <= base64 ? { encoding: 'quoted-printable', size: quoted } : { encoding: 'base64', size: base64 }
}

// Lines end after 76 signs, in quoted-printable with a sign that says so.
const line = 76
const breakLength = 2

function base64Size(text: string): number {
  const signs = Math.ceil(Buffer.byteLength(text) / 3) * 4
  return signs + Math.ceil(signs / line) * breakLength
}

/** At most: a line may end up to two signs early, so as not to break one that takes three. */
function quotedSize(text: string): number {
  const bytes = Buffer.byteLength(text)
  const plain = text.match(/[\n\x20-\x3c\x3e-\x7e]/g)?.length ?? 0
  const breaks = text.match(/\n/g)?.length ?? 0
  const signs = plain + 3 * (bytes - plain)
  return signs + Math.ceil(signs / (line - 3)) * (breakLength + 1) + breaks * breakLength * 2
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
