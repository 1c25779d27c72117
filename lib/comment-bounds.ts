/*
 * What a comment may ask of the renderer. 65,536 characters of plain words take it a moment; the same number of list
 * marks takes many seconds, and a short table that claims 3,000 columns more memory than there is. Both were measured;
 * the bounds leave each text under a second, and whoever writes for people does not meet them.
 */

const markup = 8_000
const dollars = 1_000
const marks = 1_500
const deepestMarks = 20
const cells = 20_000

/** What a comment has too much of, in a sentence for its writer; null when it is fine. */
export function tooMuchIn(text: string): string | null {
  const lines = text.split('\n')
  const opened = lines.map((line) => marksAt(line))
  const columns = Math.max(...lines.map(columnsOf))
  if (count(text, /\$/g) > dollars) return 'There is too much math in this for one comment. Split it.'
  if (Math.max(...opened) > deepestMarks) return 'Lists and quotes are nested too deeply here. Simplify them.'
  if (sum(opened) > marks) return 'There are too many list items or quoted lines here. Split the comment.'
  if (columns * lines.length > cells) return 'The table is too large for a comment. Split it, or link to it.'
  if (count(text, /[*_[\]`~<&|!\\]/g) > markup) return 'There is too much markup in this for one comment. Split it.'
  return null
}

/** How many quotes and list items a line opens. */
function marksAt(line: string): number {
  const [opening = ''] = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))*/.exec(line) ?? []
  return count(opening, />|[-*+]|\d+[.)]/g)
}

/** The columns that a line makes if it is the one under a table's head: every row gets as many cells. */
function columnsOf(line: string): number {
  return /^[\s>|:*+\d.)-]*-[\s|:-]*$/.test(line) ? count(line, /\|/g) + 1 : 1
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
