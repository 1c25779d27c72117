import { inflateSync } from 'node:zlib'

/* Which characters a font can draw, read from its cmap table (OpenType specification, "cmap"). */

/**
 * The characters that a font file has shapes for, as ranges of code points.
 * @param file a WOFF file
 * @throws Error when it is not one, or lists its characters in a form that is not read here
 */
export function rangesOf(file: Buffer): [from: number, to: number][] {
  const cmap = tableOf(file, 'cmap')
  const count = cmap.readUInt16BE(2)
  const offsets = Array.from({ length: count }, (_, i) => cmap.readUInt32BE(4 + i * 8 + 4))
  const ranges = offsets.flatMap((offset) => {
    const format = cmap.readUInt16BE(offset)
    if (format === 12) return groups(cmap, offset)
    return format === 4 ? segments(cmap, offset) : []
  })
  if (ranges.length === 0) throw new Error('The font lists its characters in an unknown form.')
  return ranges
}

/** The text without what no font can draw: such a character becomes its plain form, if that can be drawn, or goes. */
export function drawable(text: string, canDraw: (code: number) => boolean): string {
  const isDrawn = (piece: string) => Array.from(piece).every((char) => canDraw(char.codePointAt(0) ?? 0))
  return Array.from(text.normalize('NFC'), (char) => {
    if (isDrawn(char)) return char
    const plain = char.normalize('NFKD').replace(/\p{M}/gu, '')
    return isDrawn(plain) ? plain : ''
  })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function tableOf(file: Buffer, name: string): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file.')
  const tables = file.readUInt16BE(12)
  for (let at = 44; at < 44 + tables * 20; at += 20) {
    if (file.toString('latin1', at, at + 4) !== name) continue
    const [offset, packed, whole] = [4, 8, 12].map((field) => file.readUInt32BE(at + field)) as [number, number, number]
    const bytes = file.subarray(offset, offset + packed)
    return packed === whole ? bytes : inflateSync(bytes)
  }
  throw new Error(`The font has no table ${name}.`)
}

function groups(cmap: Buffer, offset: number): [number, number][] {
  return Array.from({ length: cmap.readUInt32BE(offset + 12) }, (_, i) => {
    const at = offset + 16 + i * 12
    return [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4)]
  })
}

/** Segments whose characters stand in order; the last one, 0xFFFF, only ends the list. */
function segments(cmap: Buffer, offset: number): [number, number][] {
  const size = cmap.readUInt16BE(offset + 6)
  const [ends, starts] = [offset + 14, offset + 16 + size]
  return Array.from({ length: size / 2 }, (_, i): [number, number] => [
    cmap.readUInt16BE(starts + i * 2),
    cmap.readUInt16BE(ends + i * 2),
  ]).filter(([from]) => from !== 0xffff)
}
