import type { DigestEntry, DigestFind, DigestWords } from '@/lib/digest-words'
import { shortCount } from '@/lib/text'
import { wrapText } from '@/lib/wrap-text'

/** As wide as plain mail is read well. */
export const textColumns = 72

/** The foot, line by line: who gets the letter and how they leave. */
export type TextFoot = readonly string[]

/** A letter as plain text, 72 columns wide, each address on a line of its own. */
export function digestText(words: DigestWords, foot: TextFoot): string {
  const { site, longTitle, intro, entries, finds, after } = words
  return [
    ...wrapText(site.name.toUpperCase(), textColumns),
    longTitle,
    '',
    ...wrapText(intro, textColumns),
    ...entries.flatMap(entryLines),
    ...findLines(finds),
    '',
    '',
    ...wrapText(`${after.text} ${after.link}`, textColumns),
    after.url,
    '',
    '-- ',
    ...foot,
    '',
  ].join('\n')
}

/** Lines that grew when their places were filled in, wrapped anew. */
export function rewrap(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => (line.length <= textColumns || !line.includes(' ') ? [line] : wrapText(line, textColumns)))
    .join('\n')
}

// As wide as `12.3k`.
const rail = 5
const indent = ' '.repeat(rail + 2)

function findLines(finds: readonly DigestFind[]): string[] {
  if (finds.length === 0) return []
  const lines = finds.flatMap(({ search, entries, more, url }) => [
    '',
    '',
    ...wrapText(`For ${search}`, textColumns),
    ...entries.flatMap(entryLines),
    '',
    `${indent}${more}:`,
    indent + url,
  ])
  return ['', '', 'FROM YOUR SEARCHES', ...lines]
}

function entryLines({ votes, title, gist, facts, talk, url }: DigestEntry): string[] {
  const [first = '', ...rest] = wrapText(title, textColumns - indent.length)
  const [who = '', ...when] = facts
  const told = [gist, who, [...when, talk.label].join(', ')]
  const words = told.flatMap((part) => wrapText(part, textColumns - indent.length))
  return [
    '',
    '',
    `${shortCount(votes).padStart(rail)}  ${first}`,
    ...rest.map((line) => indent + line),
    '',
    ...words.map((line) => indent + line),
    indent + url,
  ]
}
