import { type Cited, type CslItem, pairsUp, piecesOfText } from '@/lib/citation'
import type { citationLibrary } from '@/lib/citation-library'
import type { CitedName } from '@/lib/citation-names'
import { commandsInMath, signsAsMath } from '@/lib/citation-signs'
import { isArxivId } from '@/lib/paper-id'

type Library = Awaited<ReturnType<typeof citationLibrary>>

/** A paper as an entry of BibTeX in UTF-8: math stays math, titles keep their capitals. */
export function bibtexEntry(paper: Cited, item: CslItem, library: Library): string {
  const { author, DOI, URL, issued } = item
  const written = library.output.format('bibtex', [
    {
      ...item,
      // An article would want a journal.
      type: 'document',
      title: sealed(`{${texOf(item.title)}}`),
      ...(author && { author: author.map(texOfName) }),
      ...(DOI && { DOI: DOI.replace(/[{}\\]/g, '') }),
      URL: URL.replace(/[{}\\\s]/g, encodeURIComponent),
      // Its months are numbers, which styles print as they are.
      issued: { 'date-parts': [issued['date-parts'][0].slice(0, 1)] },
    },
  ])
  // It writes an address twice, and the second time as text, in which a _ stops LaTeX.
  const entry = unsealed(written.replace(/\n\thowpublished = \{[^{}]*\},/, '')).trimEnd()
  return `${entry.slice(0, -1)}${linesOf(paper)}}\n`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What the library has no field for: the name of a month, and where arXiv has the paper. */
function linesOf({ id, categories, publishedAt }: Cited): string {
  const [category] = categories
  const lines = [`month = ${months[new Date(publishedAt).getUTCMonth()]},`]
  if (isArxivId(id)) lines.push(`eprint = {${id}},`, 'archivePrefix = {arXiv},')
  // An old id says its class itself.
  if (isArxivId(id) && /^\d/.test(id) && category) lines.push(`primaryClass = {${texOf(category)}},`)
  return lines.map((line) => `\t${line}\n`).join('')
}

/*
 * The library puts braces around each capital of a title, which makes another formula of $\frac AB$, and reads <i> as
 * markup, which a title that ends before </i> leaves open. No setting stops it, so that what it looks for is out of its
 * sight while it writes; braces around the whole title keep the capitals.
 */
const seal = 0xe000

function sealed(title: string): string {
  return title.replace(/[A-Z<]/g, (sign) => String.fromCharCode(seal + sign.charCodeAt(0)))
}

function unsealed(entry: string): string {
  return entry.replace(/[\ue041-\ue05a\ue03c]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - seal))
}

/** Dollars that enclose something with its braces in balance are math and stay; everything else is text. */
function texOf(text: string): string {
  return piecesOfText(text)
    .map((piece, i) =>
      i % 2 === 1 ? commandsInMath(piece.replace(/(?<!\\)[%#&]/g, '\\$&')) : signsAsMath(escaped(piece)),
    )
    .join('')
}

function texOfName(name: CitedName): object {
  return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, texOfPart(part, text)]))
}

/** A small word within a family's name, which BibTeX would take for the end of a particle, is held by braces. */
function texOfPart(part: string, text: string): string {
  const tex = escaped(text)
  return part === 'family' && /\s\p{Ll}/u.test(text) ? `{${tex}}` : tex
}

const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // The old fonts of TeX have other signs in their places.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
}

/**
 * Text for BibTeX, which counts braces whatever stands before them: those that are no pairs become commands. Fewer
 * programs know these than `\{`.
 */
function escaped(text: string): string {
  const arePairs = pairsUp(text)
  return text.replace(/[\\{}~^<>|&%$#_]/g, (sign) =>
    arePairs && /[{}]/.test(sign) ? `\\${sign}` : (signs[sign] ?? `\\${sign}`),
  )
}
