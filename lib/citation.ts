import { type CitedName, citedName, privateUse } from '@/lib/citation-names'
import { fold } from '@/lib/fold'
import { arxivAbstract, sourceLink } from '@/lib/links'
import { isArxivId, paperPath } from '@/lib/paper-id'
import { readableTex, textCommands } from '@/lib/tex-words'

/** What a citation is made of. Times are ms since 1970. */
export type Cited = {
  id: string
  title: string
  abstract: string | null
  authors: readonly { name: string }[]
  categories: readonly string[]
  publishedAt: number
  doi: string | null
  /** Where a paper that is not arXiv's is to be read. */
  sourceUrl: string | null
}

/** A paper as CSL-JSON (https://github.com/citation-style-language/schema), as much of it as is known of papers. */
export type CslItem = {
  id: string
  'citation-key': string
  /** A preprint, or what is published nobody knows where. */
  type: 'article'
  title: string
  author?: CitedName[]
  issued: { 'date-parts': [[year: number, month: number, day: number]] }
  abstract?: string
  keyword?: string
  DOI?: string
  URL: string
  publisher?: 'arXiv'
  number?: string
}

/**
 * A paper as CSL-JSON: math stays between its dollars, other TeX becomes letters. A key is made of the paper alone, so
 * that it is the same in every list.
 * @param siteUrl whose page stands for a paper of which nobody knows where it is to be read
 */
export function cslOf(paper: Cited, siteUrl: string): CslItem {
  const { id, title, authors, abstract, categories, publishedAt, doi } = paper
  const key = citeKey(paper)
  const at = new Date(publishedAt)
  const names = authors.flatMap(({ name }) => citedName(name) ?? [])
  return {
    id: key,
    'citation-key': key,
    type: 'article',
    title: citedText(title),
    ...(names.length > 0 && { author: names }),
    issued: { 'date-parts': [[at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]] },
    ...(abstract && { abstract: citedText(abstract) }),
    ...(categories.length > 0 && { keyword: categories.join(',') }),
    ...(doi && { DOI: doi }),
    URL: isArxivId(id) ? arxivAbstract(id) : (sourceLink(paper)?.href ?? `${siteUrl}${paperPath(id)}`),
    ...(isArxivId(id) && { publisher: 'arXiv', number: `arXiv:${id}` }),
  }
}

/** `quill2026weather-2603.90300`: the id makes it one of a kind, what stands before it makes it readable. */
export function citeKey({ id, title, authors, publishedAt }: Pick<Cited, 'id' | 'title' | 'authors' | 'publishedAt'>) {
  const family = asciiWords((authors[0]?.name ?? '').replace(suffix, '')).at(-1) ?? ''
  const year = new Date(publishedAt).getUTCFullYear()
  const text = textCommands(title.replace(/\$([^$]+)\$/g, (_, tex: string) => readableTex(tex)))
  const word = asciiWords(text).find((each) => each.length > 2 && !small.has(each)) ?? ''
  return `${family}${year}${word}-${id.replace('/', '-')}`
}

/** Text in pieces, every other of which is math with its dollars: they enclose something with its braces in balance. */
export function piecesOfText(text: string): string[] {
  const pieces = ['']
  for (const [i, part] of text.split(/(\$[^$]+\$)/).entries()) {
    if (i % 2 === 1 && isMath(part)) pieces.push(part, '')
    else pieces.push(`${pieces.pop() ?? ''}${part}`)
  }
  return pieces
}

/** As one line, without what TeX writes for letters. */
function citedText(text: string): string {
  return piecesOfText(text.replace(privateUse, '').replace(/\s+/g, ' ').trim())
    .map((piece, i) => (i % 2 === 1 ? piece : textCommands(piece)))
    .join('')
}

function isMath(part: string): boolean {
  return /^\$(?!\s)[^$]*(?<![\s\\])\$$/.test(part) && pairsUp(part)
}

/** Whether each brace has its other one, as BibTeX counts them: whatever stands before them. */
export function pairsUp(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

function asciiWords(text: string): string[] {
  return fold(text).match(/[a-z][a-z0-9]*/g) ?? []
}

// Numbers in capitals alone: Ii is a family's name.
const suffix = /,?\s+(?:[JS]r\.?|III?|IV)\s*$/

const small = new Set('the and for with from into via how why what are can not toward towards'.split(' '))
