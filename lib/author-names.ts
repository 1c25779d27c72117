import { fold } from '@/lib/fold'
import { count } from '@/lib/text'

/**
 * The first names of a list, and how many are not told. A single one left over is told too: the name is shorter than
 * the words that would stand for it.
 */
export function firstNames<T>(names: readonly T[], most: number): { first: T[]; rest: T[] } {
  const at = names.length <= most + 1 ? names.length : most
  return { first: names.slice(0, at), rest: names.slice(at) }
}

/** `Ada, Bo and Cy`, `Ada, Bo and 42 more` */
export function namesInShort(names: readonly string[], most: number): string {
  const { first, rest } = firstNames(names, most)
  const last = rest.length > 0 ? `${count(rest.length)} more` : first.pop()
  return first.length > 0 ? `${first.join(', ')} and ${last}` : (last ?? '')
}

/** A name that is written from right to left, kept from turning the commas around it. */
export function isolate(name: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name
}

/**
 * A name as it is compared: `LeCun, Yann` is `Yann LeCun`, `João` is `Joao`, and dots after initials do not count.
 * Initials stay what they are: `Y. LeCun` may be somebody else.
 */
export function foldName(name: string): string {
  const [, family, given] = /^([^,]+),([^,]+)$/.exec(name) ?? []
  const inOrder = family && given && !/^\s*([js]r\.?|i{2,3}|iv)\s*$/i.test(given) ? `${given} ${family}` : name
  return fold(inOrder.replace(/[.,]/g, ' '))
}

/** A name in every turn of its words: `Jan van Berg` is written `van Berg, Jan` elsewhere. */
export function turned(words: readonly string[]): string[] {
  return words.map((_, i) => [...words.slice(i), ...words.slice(0, i)].join(' '))
}
