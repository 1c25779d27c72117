import { fold } from '@/lib/fold'
import { arxivAbstract } from '@/lib/links'
import { isArxivId } from '@/lib/paper-id'
import { readableTex, textCommands } from '@/lib/tex-words'

/** What a citation is made of. Times are ms since 1970; `url` is where a paper that is not arXiv's is read. */
export type Cited = {
  id: string
  title: string
  authors: readonly { name: string }[]
  categories: readonly string[]
  publishedAt: number
  doi: string | null
  url: string
}

/**
 * Papers as BibTeX in UTF-8, one entry each. Accents are letters, the math of titles stays math, and titles keep their
 * capitals. A key is made of the paper alone, so that it is the same in every list.
 */
export function bibtexOf(papers: readonly Cited[]): string {
  return papers.map(entryOf).join('\n')
}

/** `quill2026weather-2603.90300`: the id makes it one of a kind, what stands before it makes it readable. */
export function citeKey({ id, title, authors, publishedAt }: Cited): string {
  const family = asciiWords((authors[0]?.name ?? '').replace(suffix, '')).at(-1) ?? ''
  const year = new Date(publishedAt).getUTCFullYear()
  const word = asciiWords(asText(title)).find((each) => each.length > 2 && !small.has(each)) ?? ''
  return `${family}${year}${word}-${id.replace('/', '-')}`
}

// Numbers in capitals alone: Ii is a family's name.
const suffix = /,?\s+(?:[JS]r\.?|III?|IV)\s*$/

const small = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'into',
  'via',
  'how',
  'why',
  'what',
  'are',
  'can',
  'not',
  'toward',
  'towards',
])
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function entryOf(paper: Cited): string {
  const { id, title, authors, categories, publishedAt, doi, url } = paper
  const isArxiv = isArxivId(id)
  const at = new Date(publishedAt)
  const fields: [name: string, value: string | null | undefined][] = [
    ['title', `{{${titleTex(title)}}}`],
    ['author', authors.length > 0 ? `{${authors.map(({ name }) => nameTex(name)).join(' and ')}}` : null],
    ['year', `{${at.getUTCFullYear()}}`],
    ['month', months[at.getUTCMonth()]],
    ['eprint', isArxiv ? `{${id}}` : null],
    ['archivePrefix', isArxiv ? '{arXiv}' : null],
    ['primaryClass', isArxiv && /^\d/.test(id) && categories[0] ? `{${escaped(categories[0])}}` : null],
    ['doi', doi && `{${doi.replace(/[{}\\]/g, '')}}`],
    ['url', `{${(isArxiv ? arxivAbstract(id) : url).replace(/[{}\\\s]/g, encodeURIComponent)}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []))
  return `@misc{${citeKey(paper)},\n${lines.join('')}}\n`
}

/** Dollars that enclose something with its braces in balance are math and stay; everything else is text. */
function titleTex(title: string): string {
  return title
    .split(/(\$[^$]+\$)/)
    .map((part) => (isMath(part) ? part.replace(/(?<!\\)[%#&]/g, '\\$&') : escaped(textCommands(part))))
    .join('')
}

function isMath(part: string): boolean {
  if (!/^\$(?!\s)[^$]*(?<!\s)\$$/.test(part)) return false
  let depth = 0
  for (const [sign] of part.matchAll(/\\?[{}]/g)) {
    if (sign === '{' || sign === '\\{') depth++
    else depth--
    if (depth < 0) return false
  }
  return depth === 0
}

/** A name that BibTeX would take for two, or for parts of one, is kept whole; a suffix goes where it is looked for. */
function nameTex(name: string): string {
  const text = escaped(textCommands(name).replace(/\s+/g, ' ').trim())
  const isWhole = /\s(and|collaboration|team|consortium|group)(\s|$)/i.test(text) || (text.match(/,/g) ?? []).length > 2
  if (isWhole) return `{${text}}`
  const [ending] = suffix.exec(text) ?? []
  if (!ending) return text
  // What is written small before it is part of the family's name, as in van Gogh.
  const [, given, family] = /^([^,]+?) ((?:\p{Ll}[^\s,]* )*[^\s,]+)$/u.exec(text.slice(0, -ending.length)) ?? []
  return given ? `${family}, ${ending.replace(/^[,\s]+/, '')}, ${given}` : text
}

const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text for BibTeX: braces, which it counts whatever stands before them, as commands. */
function escaped(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (sign) => signs[sign] ?? `\\${sign}`).replace(/\s+/g, ' ')
}

function asText(title: string): string {
  return textCommands(title.replace(/\$([^$]+)\$/g, (_, tex: string) => readableTex(tex)))
}

function asciiWords(text: string): string[] {
  return fold(text).match(/[a-z][a-z0-9]*/g) ?? []
}
