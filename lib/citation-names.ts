import { fold } from '@/lib/fold'
import { textCommands } from '@/lib/tex-words'

/** A name as CSL-JSON has it: in parts, a person's only name as their family's, or a group's as it is. */
export type CitedName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string }

/** The parts of a name as authors write it, in either order; null when nothing is left of it. */
export function citedName(name: string): CitedName | null {
  const text = textCommands(name).replace(privateUse, '').replace(/\s+/g, ' ').trim()
  if (text === '') return null
  const commas = (text.match(/,/g) ?? []).length
  if (isGroup.test(text) || commas > 2) return { literal: text }
  const [, bare = text, suffix] = ending.exec(text) ?? []
  if (commas === 2 && !suffix) return withThreeParts(text)
  const [, last, given] = /^([^,]+), ?([^,]+)$/.exec(bare) ?? []
  const parts = last && given ? { ...familyOf(last.split(' ')), given } : inOrder(bare)
  return suffix ? { ...parts, suffix } : parts
}

/** Signs that mean nothing to anybody but their writer. */
export const privateUse = /\p{Co}/gu

type Parts = Exclude<CitedName, { literal: string }>

const isGroup =
  /(?:^|\s)(?:and|&|et al\.?)(?:\s|$)|(?:^|\s)(?:collaborations?|team|consortium|group|project|initiative|working group|authors)(?=[\s,:()]|$)/i
// Numbers in capitals alone: Ii is a family's name.
const suffixes = String.raw`(?:[JS]r\.?|III?|IV)`
const ending = new RegExp(String.raw`^(.+?),?\s(${suffixes})$`)

/** `Roy, Jr., B.`, as BibTeX writes it. */
function withThreeParts(text: string): CitedName {
  const [last = '', suffix = '', given = ''] = text.split(/, ?/)
  return new RegExp(`^${suffixes}$`).test(suffix) && given
    ? { ...familyOf(last.split(' ')), given, suffix }
    : { literal: text }
}

/** A name whose family comes last, unless it is written as in East Asia, where it comes first. */
function inOrder(text: string): Parts {
  const words = text.split(' ')
  const [first = '', ...others] = words
  if (others.length === 0) return { family: first }
  if (eastAsian.test(text)) return { family: first, given: others.join(' ') }
  const at = familyAt(words)
  const given = words.slice(0, at).join(' ')
  return { ...familyOf(words.slice(at)), ...(given && { given }) }
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々 ]+$/u

/** Where the words of the family's name begin, its particles included. */
function familyAt(words: readonly string[]): number {
  const isBefore = (word: string | undefined, i: number) =>
    word !== undefined &&
    (isSmall(word) || (largeParticles.has(word) && !(word === 'Van' && isVietnamese(words)))) &&
    i > 0
  if (words.length > 1 && particles.has(words[0] ?? '')) return 0
  const small = words.slice(0, -1).findIndex(isBefore)
  const at = small > 0 ? small : words.length - 1
  // Ortega y Gasset: two names that make one.
  return at > 1 && joins.has(words[at] ?? '') ? at - 1 : at
}

/** What is written small before a family's name is its particle: van Gogh, de la Cruz. */
function familyOf(words: readonly string[]): Parts {
  const large = words.findIndex((word) => !isSmall(word))
  const at = large === -1 ? words.length - 1 : large
  const particle = words.slice(0, at).join(' ')
  return { family: words.slice(at).join(' '), ...(particle && { 'non-dropping-particle': particle }) }
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word) && word.toLowerCase() === word
}

const particles = new Set(
  'van von der den de del della di da do dos das du la le ter ten el al bin ibn af av zu zur vom'.split(' '),
)
const largeParticles = new Set(['Van', 'Von', 'De', 'Del', 'Della', 'Di', 'Da', 'Dos', 'Du', 'St.'])
const joins = new Set(['y', 'e', 'i'])

// Văn is one of their given names.
function isVietnamese(words: readonly string[]): boolean {
  return [words[0], words.at(-1)].some((word) => vietnamese.has(fold(word ?? '')))
}

const vietnamese = new Set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh luong cao ha mai'.split(' '),
)
