import { proseOf } from '@/lib/prose'

/*
 * What a comment may ask of the renderer. 65,536 characters of plain words take it a moment; the same number of list
 * marks, of lines or of addresses takes seconds, and a short table that claims 3,000 columns more memory than there is.
 * Each bound is one that was measured. With those of drawing-bounds.ts, the worst text of one kind that we know takes
 * under a second of a processor, and of all kinds together under two (the table is in comment-text.test.ts). Whoever
 * writes for people does not meet them.
 */

const lineBreaks = 3_000
const marks = 1_500
const deepestMarks = 20
const cells = 20_000
const bars = 8_000
const links = 2_000
const dollars = 1_000
const markup = 8_000
const signsTogether = 2_500

/** What a comment has too much of, in a sentence for its writer; null when it is fine. */
export function tooMuchIn(text: string): string | null {
  return tooMuchInBlocks(text) ?? tooMuchInProse(proseOf(text))
}

function tooMuchInBlocks(text: string): string | null {
  const lines = text.split('\n')
  const opened = lines.map(marksAt)
  const columns = Math.max(...lines.map(columnsOf))
  if (lines.length > lineBreaks) return 'There are too many lines in this for one comment. Split it.'
  if (Math.max(...opened) > deepestMarks) return 'Lists and quotes are nested too deeply here. Simplify them.'
  if (sum(opened) > marks) return 'There are too many list items or quoted lines here. Split the comment.'
  if (columns * lines.length > cells || count(text, /\|/g) > bars)
    return 'The table is too large for a comment. Split it, or link to it.'
  return null
}

function tooMuchInProse(parts: readonly string[]): string | null {
  const prose = parts.join('\n')
  if (count(prose, /@|:\/\/|www\./gi) > links) return 'There are too many links in this for one comment. Split it.'
  if (count(prose, /\$/g) > dollars) return 'There is too much math in this for one comment. Split it.'
  if (count(prose, /[*_[\]`~<&|!\\]/g) > markup) return 'There is too much markup in this for one comment. Split it.'
  if (parts.some((part) => count(part, /[^\p{L}\p{M}\p{N}\s]/gu) > signsTogether))
    return 'One paragraph has too many signs in it. Split it, or put code between lines of ```.'
  return null
}

const mark = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|\[\^(?:\\.|[^\\\]\s])+\]:)/y

/** How many quotes, list items and footnotes a line opens. */
function marksAt(line: string): number {
  let opened = 0
  while (mark.test(line)) opened++ // each begins where the one before ended; after the last, the next line's from 0
  return opened
}

/** The columns that a line makes if it is the one under a table's head: every row gets as many cells. */
function columnsOf(line: string): number {
  return line.includes('-') && !/[^\s>|:*+\d.)-]/.test(line) ? count(line, /\|/g) + 1 : 1
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
