/**
 * The stem of a word in lower case: M. F. Porter, "An algorithm for suffix stripping" (1980), as SQLite's FTS5 has it,
 * with whose index of words it must agree (a test in db/ holds the two together).
 */
export function stemOf(word: string): string {
  if (word.length < 3 || word.length > 64) return word
  const past = withoutPast(withoutPlural(word))
  const base = past.endsWith('y') && hasVowel(past.slice(0, -1)) ? `${past.slice(0, -1)}i` : past
  return tidied(withoutLast(replaced(replaced(base, longSuffixes), shortSuffixes)))
}

function withoutPlural(word: string): string {
  if (/.(?:ss|i)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function withoutPast(word: string): string {
  if (/.eed$/.test(word)) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const stem = /^(.*?)(?:ed|ing)$/.exec(word)?.[1]
  if (stem === undefined || !hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1)
  return measureOf(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

type Suffix = { from: string; to: string }

const longSuffixes = suffixes(
  'ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al entli>ent eli>e ousli>ous',
  'ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble',
)
const shortSuffixes = suffixes('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>')

function suffixes(...lines: string[]): Suffix[] {
  return lines
    .flatMap((line) => line.split(' '))
    .map((pair) => pair.split('>'))
    .map(([from = '', to = '']) => ({ from, to }))
}

/** The first suffix that fits gives way, when enough is left before it. */
function replaced(word: string, among: readonly Suffix[]): string {
  const found = among.find(({ from }) => word.length > from.length && word.endsWith(from))
  if (!found) return word
  const stem = word.slice(0, -found.from.length)
  return measureOf(stem) > 0 ? stem + found.to : word
}

const lastSuffix = /^(.+?)(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou|(?<=[st])ion)$/

function withoutLast(word: string): string {
  const stem = lastSuffix.exec(word)?.[1]
  return stem !== undefined && measureOf(stem) > 1 ? stem : word
}

function tidied(word: string): string {
  let stem = word
  if (stem.endsWith('e')) {
    const rest = stem.slice(0, -1)
    const measure = measureOf(rest)
    if (measure > 1 || (measure === 1 && !endsShort(rest))) stem = rest
  }
  return stem.endsWith('ll') && measureOf(stem.slice(0, -1)) > 1 ? stem.slice(0, -1) : stem
}

/** How often a run of vowels is followed by one of consonants. Y is a vowel after a consonant. */
function measureOf(stem: string): number {
  return shapeOf(stem).match(/v+c+/g)?.length ?? 0
}

function hasVowel(stem: string): boolean {
  return shapeOf(stem).includes('v')
}

/** Consonant, vowel, consonant at the end, the last not w, x or y. */
function endsShort(stem: string): boolean {
  return /cvc$/.test(shapeOf(stem)) && !/[wxy]$/.test(stem)
}

function shapeOf(word: string): string {
  let shape = ''
  for (const letter of word) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c'))
    shape += isVowel ? 'v' : 'c'
  }
  return shape
}
