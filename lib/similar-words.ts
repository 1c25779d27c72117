import { wordsOf } from '@/lib/search-query'
import { tellingWords, termOf } from '@/lib/search-words'
import { readableTex } from '@/lib/tex-words'

type Text = { title: string; abstract: string | null }

/** Words by what the index makes of them: how each is read, and how often the paper says it. */
export type Terms = ReadonlyMap<string, { word: string; times: number }>

// A word of the title says more of what a paper is about.
const titleTimes = 3
// Once by one and so often by the other, or twice by each: it is then no word in passing for both.
const leastSaid = 4
// As a word that a quarter of the papers have.
const leastRare = Math.log(4)

/** The words of a paper that tell it from others. */
export function termsOf({ title, abstract }: Text): Terms {
  const titleWords = readableWords(title)
  const words = [...titleWords, ...readableWords(abstract ?? '')]
  const times = new Map<string, number>()
  for (const [i, word] of words.entries()) {
    const term = termOf(word)
    times.set(term, (times.get(term) ?? 0) + (i < titleWords.length ? titleTimes : 1))
  }
  const telling = tellingWords(words).map((word) => [termOf(word), word] as const)
  return new Map(telling.map(([term, word]) => [term, { word, times: times.get(term) ?? 1 }]))
}

/**
 * The rarest words that both papers have, as the first of them writes them: the rarer a word is and the more often both
 * say it, the earlier it comes. What each says but once in passing, as `various`, and what a quarter of all papers say
 * is told only where nothing else is.
 * @param papersWith how many papers have a term
 * @param total how many papers there are
 */
export function sharedWords(
  one: Terms,
  other: Terms,
  { papersWith, total }: { papersWith: ReadonlyMap<string, number>; total: number },
  most = 4,
): string[] {
  const both = [...one]
    .flatMap(([term, { word, times }]) => {
      const again = other.get(term)?.times
      const rarity = Math.log((total + 1) / (papersWith.get(term) ?? 1))
      if (again === undefined) return []
      const product = times * again
      const isPassing = product < leastSaid || rarity < leastRare
      return [{ term, word, isPassing, weight: rarity * (1 + Math.log(product)) }]
    })
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
  const telling = both.filter(({ isPassing }) => !isPassing)
  return (telling.length > 0 ? telling : both).slice(0, most).map(({ word }) => word)
}

function readableWords(text: string): string[] {
  const plain = text.replace(/\$([^$]+)\$/g, (_, tex: string) => readableTex(tex))
  return wordsOf(plain).filter((word) => word.length > 2 && !/^\p{N}+$/u.test(word))
}
