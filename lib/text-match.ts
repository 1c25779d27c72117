/* Finding a phrase in a text, and a person among authors, as a reader means it: without regard to case, accents or hyphens. */

/** Text that was made ready to be searched: see readyText. */
export type ReadyText = string & { readonly ready: unique symbol }

/** A text without its case, its accents and its ways of parting words. */
export function readyText(text: string): ReadyText {
  const plain = text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFC')
  // Whoever brands a text has made it so.
  return plain.replace(/[\s\p{Pd}_]+/gu, ' ').trim() as ReadyText
}

/**
 * Whether a text holds a word or phrase, whole words alone: `RL` is not in `world`. In scripts that put no space between
 * words it may stand anywhere. An empty phrase is in no text.
 */
export function hasPhrase(text: ReadyText, phrase: ReadyText): boolean {
  if (phrase === '') return false
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (isApart(text, at) && isApart(text, at + phrase.length)) return true
  }
  return false
}

/**
 * A name such that two spellings of it are equal: `García Márquez, Gabriel`, `gabriel garcia marquez`. Initials between
 * the first name and the last count for nothing.
 */
export function nameKey(name: string): string {
  const [family = '', given, ...more] = name.split(',')
  const turned = given !== undefined && more.length === 0 ? `${given} ${family}` : name
  const words = readyText(turned).match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []
  return words.filter((word, i) => i === 0 || i === words.length - 1 || [...word].length > 1).join(' ')
}

// Of Latin, Greek and Cyrillic alone: elsewhere a mark may be a vowel.
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u0300-\u036f]*)[\u0300-\u036f]/gu
const spelled: Record<string, string> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
}

const letter = /[\p{L}\p{N}\p{M}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a word may begin or end at this place. */
function isApart(text: string, at: number): boolean {
  const [before, after] = [lastOf(text.slice(Math.max(0, at - 2), at)), firstOf(text.slice(at, at + 2))]
  if (!letter.test(before) || !letter.test(after)) return true
  return unspaced.test(before) || unspaced.test(after)
}

function firstOf(text: string): string {
  return [...text][0] ?? ''
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? ''
}
