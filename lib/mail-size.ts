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
  let [signs, breaks] = [0, 0]
  for (const byte of Buffer.from(text)) {
    if (byte === newline) breaks++
    signs += byte === newline || (byte >= 0x20 && byte <= 0x7e && byte !== equals) ? 1 : 3
  }
  return signs + Math.ceil(signs / (line - 3)) * (breakLength + 1) + breaks * breakLength * 2
}

const [newline, equals] = [0x0a, 0x3d]

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
