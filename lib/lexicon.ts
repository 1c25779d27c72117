import { wordsOf } from '@/lib/search-query'
import { distance, signsOf, usualCosine } from '@/lib/search-vectors'
import { foldWord, termOf } from '@/lib/search-words'
import type { WordVectors } from '@/lib/word-vectors'

/** A word that was looked for, with how much it tells: more when fewer papers have it. */
export type WeighedWord = { word: string; weight: number }

type Wanted = { term: number; weight: number; signs: Int32Array | null }

// Some 200 bytes each. 10,000 abstracts have some 60,000.
const mostWords = 300_000
// Below this, two words have nothing to do with each other.
const unlike = 0.2
const [unseen, likeNone] = [0, -1]

/**
 * The words of papers, each with a number of its own, so that a text is read once and for every later search is a list
 * of numbers.
 */
export class Lexicon {
  private readonly numbers = new Map<string, number>()
  private readonly words: string[] = []
  private readonly terms = new Map<string, number>()
  private readonly termOfWord: number[] = []
  private signs = new Int32Array(0)
  private readonly hasSigns: boolean[] = []
  /** 0 to 1, by the bits in which the signs of two words differ: how near they are beyond what any two are. */
  private readonly likenessAt: Float64Array

  constructor(private readonly vectors: WordVectors) {
    const { dimensions } = vectors
    this.likenessAt = Float64Array.from({ length: dimensions + 1 }, (_, bits) =>
      Math.max(0, (usualCosine(bits, dimensions) - unlike) / (1 - unlike)),
    )
  }

  /** It holds so many words that another one had better begin. */
  get isFull(): boolean {
    return this.words.length >= mostWords
  }

  /** Whether a word is one that people use, be it in papers or not. */
  isCommon(word: string): boolean {
    return this.vectors.has(foldWord(word))
  }

  /**
   * The numbers of the words of a text, each once.
   * @param names of people: their words are found by themselves, and are like no other
   */
  read(text: string, names = ''): Int32Array {
    const found = new Set<number>()
    for (const word of wordsOf(text)) found.add(this.numberOf(foldWord(word)))
    for (const word of wordsOf(names)) found.add(this.numberOf(foldWord(word), true))
    return Int32Array.from(found)
  }

  /**
   * Tells of texts, as they were read, how much of the words they hold, 0 to 1. A word that is not there counts as far
   * as its nearest like.
   */
  shareReader(words: readonly WeighedWord[]): (text: Int32Array) => number {
    const all = words.reduce((sum, { weight }) => sum + weight, 0)
    const wanted = words.map(({ word, weight }): Wanted => {
      return { term: this.termNumberOf(termOf(word)), weight: weight / all, signs: this.signsOf(foldWord(word)) }
    })
    // Of each word of the texts, where its likenesses are, or that it has none.
    let places = new Int32Array(this.words.length)
    const known: Float64Array[] = []
    const nearest = new Float64Array(wanted.length)
    return (text) => {
      if (places.length < this.words.length) places = grown(places, this.words.length)
      nearest.fill(0)
      for (let at = 0; at < text.length; at++) {
        const number = text[at] as number // within bounds
        let place = places[number] as number // within bounds: grown above
        if (place === unseen) {
          const made = this.likenesses(number, wanted)
          place = made ? known.push(made) : likeNone
          places[number] = place
        }
        if (place === likeNone) continue
        const likenesses = known[place - 1] as Float64Array // put there above
        for (let i = 0; i < nearest.length; i++) {
          const value = likenesses[i] as number // as long as what is wanted
          if (value > (nearest[i] as number)) nearest[i] = value
        }
      }
      return wanted.reduce((sum, { weight }, i) => sum + weight * (nearest[i] ?? 0), 0)
    }
  }

  private numberOf(word: string, isName = false): number {
    const key = isName ? `${word} as a name` : word
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.words.push(word) - 1
    this.numbers.set(key, number)
    this.termOfWord.push(this.termNumberOf(termOf(word)))
    const signs = isName ? null : this.signsOf(word)
    this.hasSigns.push(signs !== null)
    if (signs) this.putSigns(number, signs)
    return number
  }

  private termNumberOf(term: string): number {
    const number = this.terms.get(term) ?? this.terms.size
    this.terms.set(term, number)
    return number
  }

  private signsOf(word: string): Int32Array | null {
    const vector = this.vectors.of(word)
    return vector && signsOf(vector)
  }

  private likenessTo(signs: Int32Array, number: number): number {
    if (!this.hasSigns[number]) return 0
    return this.likenessAt[distance(signs, this.signs, number * signs.length)] ?? 0
  }

  private putSigns(number: number, signs: Int32Array): void {
    const end = (number + 1) * signs.length
    if (end > this.signs.length) this.signs = grown(this.signs, Math.max(1_024 * signs.length, 2 * end))
    this.signs.set(signs, end - signs.length)
  }

  /** How like a word is to each that is wanted; null for one that is like none. */
  private likenesses(number: number, wanted: readonly Wanted[]): Float64Array | null {
    let made: Float64Array | null = null
    // Asked of some thousand words a search: a plain loop takes a third of the time.
    for (let i = 0; i < wanted.length; i++) {
      const { term, signs } = wanted[i] as Wanted // within bounds
      const value = this.termOfWord[number] === term ? 1 : signs ? this.likenessTo(signs, number) : 0
      if (value === 0) continue
      made ??= new Float64Array(wanted.length)
      made[i] = value
    }
    return made
  }
}

function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length)
  longer.set(numbers)
  return longer
}
