import { stemOf } from '@/lib/porter'

/** A word without accents and case. */
export function foldWord(word: string): string {
  return isPlain.test(word) ? word.toLowerCase() : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const isPlain = /^[\da-z]+$/i

/** A word as the index has it: without accents and case, cut to its stem. */
export function termOf(word: string): string {
  return stemOf(foldWord(word))
}

/**
 * The words that tell papers apart, each once; when there are none but the most common ones, these.
 */
export function tellingWords(words: readonly string[]): string[] {
  const byTerm = new Map(words.map((word) => [termOf(word), word]))
  const telling = [...byTerm].filter(([, word]) => !common.has(word.toLowerCase()))
  return (telling.length > 0 ? telling : [...byTerm]).map(([, word]) => word)
}

const common = new Set(
  [
    ...['a an the this that these those it its and or but nor not no is are was were be been being am do does did'],
    ...['has have had can could may might must shall should will would of in on at by for from to with without'],
    ...['into onto over under between through as than then so such via per about how what when where which who'],
    ...['whom whose why we you they he she i our your their his her my us them me there here if while'],
  ].flatMap((words) => words.split(' ')),
)
