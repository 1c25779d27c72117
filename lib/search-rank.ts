import { wordsOf } from '@/lib/search-query'
import { cosine, meanOf } from '@/lib/search-vectors'
import { foldWord, termOf } from '@/lib/search-words'
import type { WordVectors } from '@/lib/word-vectors'

/** A word that was looked for, with how much it tells: more when fewer papers have it. */
export type WeighedWord = { word: string; weight: number }

/** What is known of a paper that may fit. `parts` are vectors one after another: the title, then sentences. */
export type Candidate = { number: number; title: string; abstract: string | null; parts: Int8Array | null }

/** What was looked for, by words and by meaning. */
export type Wanted = { words: readonly WeighedWord[]; vector: Int8Array; wordVectors: WordVectors }

/**
 * How much a word tells that `papers` of `all` papers have: the weight of BM25 (Robertson and Spärck Jones), bounded
 * so that one odd word does not outweigh all others.
 */
export function weightOf(papers: number, all: number): number {
  return Math.min(Math.log((Math.max(all - papers, 0) + 0.5) / (papers + 0.5) + 1), heaviest)
}

const heaviest = 7
// Below this, two words have nothing to do with each other.
const unlike = 0.2
// Found on queries in people's own words over corpora of several sizes; any between 1 and 1.5 do nearly as well. Whoever
// asks in words of their own knows those of the title the least.
const shares = { words: 1.3, nearest: 1.25, all: 1, title: 0.5 }

/**
 * How well papers fit, in their order: the share of the words that they hold or have a like of, and the cosines of
 * the nearest sentence, of all sentences together and of the title (docs/decisions/0012). Where a paper has no vectors
 * yet, what is usual among the others stands for them.
 */
export function scoresOf(candidates: readonly Candidate[], { words, vector, wordVectors }: Wanted): number[] {
  const meanings = candidates.map(({ parts }) => (parts ? meaningOf(parts, vector) : null))
  const usual = medianOf(meanings.filter((meaning) => meaning !== null))
  const shareOf = shareReader(words, wordVectors)
  return candidates.map(
    ({ title, abstract }, i) => shares.words * shareOf(`${title} ${abstract ?? ''}`) + (meanings[i] ?? usual),
  )
}

function meaningOf(parts: Int8Array, vector: Int8Array): number {
  const dimensions = vector.length
  const title = cosine(vector, parts)
  const sentences = parts.subarray(dimensions)
  const mean = meanOf(sentences, dimensions)
  if (!mean) return (shares.nearest + shares.all + shares.title) * title
  let nearest = -1
  for (let at = dimensions; at < parts.length; at += dimensions) nearest = Math.max(nearest, cosine(vector, parts, at))
  return shares.nearest * nearest + shares.all * cosine(vector, mean) + shares.title * title
}

/** Reads of texts how much of the words they hold, 0 to 1. A word that is not there counts as far as its nearest like. */
function shareReader(words: readonly WeighedWord[], vectors: WordVectors): (text: string) => number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0)
  const wanted = words.map(({ word, weight }) => {
    const folded = foldWord(word)
    return { term: termOf(word), weight: weight / all, vector: vectors.of(folded) }
  })
  // The words of all the texts are read once each, however many texts have them.
  const likenesses = new Map<string, Float64Array>()
  const likenessesOf = (word: string) => {
    const known = likenesses.get(word)
    if (known) return known
    const [term, vector] = [termOf(word), vectors.of(word)]
    const made = Float64Array.from(wanted, (one) => {
      if (one.term === term) return 1
      if (!one.vector || !vector) return 0
      return Math.max(0, Math.min(1, (cosine(one.vector, vector) - unlike) / (1 - unlike)))
    })
    likenesses.set(word, made)
    return made
  }
  return (text) => {
    const nearest = new Float64Array(wanted.length)
    for (const word of new Set(wordsOf(text).map(foldWord))) {
      const likeness = likenessesOf(word)
      for (let i = 0; i < nearest.length; i++) nearest[i] = Math.max(nearest[i] ?? 0, likeness[i] ?? 0)
    }
    return wanted.reduce((sum, { weight }, i) => sum + weight * (nearest[i] ?? 0), 0)
  }
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
