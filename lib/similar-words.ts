import { wordsOf } from '@/lib/search-query'
import { tellingWords, termOf } from '@/lib/search-words'
import { readableTex } from '@/lib/tex-words'

type Text = { title: string; abstract: string | null }

/** The words of a paper that tell it from others, as they are read, by what the index makes of them. */
export function termsOf({ title, abstract }: Text): Map<string, string> {
  const text = `${title} ${abstract ?? ''}`.replace(/\$([^$]+)\$/g, (_, tex: string) => readableTex(tex))
  const words = tellingWords(wordsOf(text)).filter((word) => word.length > 2 && !/^\p{N}+$/u.test(word))
  return new Map(words.map((word) => [termOf(word), word]))
}

/**
 * The rarest words that both papers have, the rarest first, as the first of them writes them.
 * @param papersWith how many papers have a term
 */
export function sharedWords(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  papersWith: ReadonlyMap<string, number>,
  most = 4,
): string[] {
  const rarity = (term: string) => papersWith.get(term) ?? 0
  return [...one]
    .filter(([term]) => other.has(term))
    .sort(([a], [b]) => rarity(a) - rarity(b) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, word]) => word)
}
