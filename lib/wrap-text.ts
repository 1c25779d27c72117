/**
 * Breaks a text into lines of at most so many columns, as plain mail has it. A word that is longer than a line stands on
 * one of its own, whole, as an address must; in scripts that put no space between words a line ends anywhere.
 */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of text.match(pieces) ?? []) {
    const width = columnsOf(piece.trimEnd())
    if (line !== '' && used + width > columns) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += columnsOf(piece)
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** Columns of a terminal: two for the wide signs of East Asia, none for a mark over another. */
function columnsOf(text: string): number {
  let columns = 0
  for (const sign of text) columns += wide.test(sign) ? 2 : /\p{M}|\p{Cf}/u.test(sign) ? 0 : 1
  return columns
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
// A sign that may end a line by itself, or a run of others, and the spaces behind it.
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const pieces = new RegExp(String.raw`(?:[${unspaced}][\p{M}\p{P}]*|(?:(?![${unspaced}])\S)+)\s*`, 'gu')
