import { wordsOf } from '@/lib/search-query'
import { cosine, distance, meanOf, usualDistance } from '@/lib/search-vectors'
import { foldWord, termOf } from '@/lib/search-words'
import type { WordVector, WordVectors } from '@/lib/word-vectors'

/** A word that was looked for, with how much it tells: more when fewer papers have it. */
export type WeighedWord = { word: string; weight: number }

/** What is known of a paper that may fit. `parts` are vectors one after another, as partsOf() puts them. */
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

/** The vectors of a title and of sentences as they are kept: the title's, that of all sentences together, and each. */
export function partsOf([title = new Int8Array(0), ...sentences]: readonly Int8Array[]): Int8Array {
  const all = joined(sentences)
  return joined([title, meanOf(all, title.length) ?? all, all])
}

/** One direction for all of it, by which a paper is found: that of all sentences together, and half that of the title. */
export function gistOf([title = new Int8Array(0), ...sentences]: readonly Int8Array[]): Int8Array {
  const mean = meanOf(joined(sentences), title.length)
  return (mean && meanOf(joined([title, mean]), title.length, [0.5, 1])) ?? title
}

function joined(vectors: readonly Int8Array[]): Int8Array {
  const all = new Int8Array(vectors.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const vector of vectors) {
    all.set(vector, at)
    at += vector.length
  }
  return all
}

function meaningOf(parts: Int8Array, vector: Int8Array): number {
  const dimensions = vector.length
  const title = cosine(vector, parts)
  if (parts.length <= dimensions) return (shares.nearest + shares.all + shares.title) * title
  const all = cosine(vector, parts, dimensions)
  let nearest = -1
  for (let at = 2 * dimensions; at < parts.length; at += dimensions)
    nearest = Math.max(nearest, cosine(vector, parts, at))
  return shares.nearest * nearest + shares.all * all + shares.title * title
}

/** Reads of texts how much of the words they hold, 0 to 1. A word that is not there counts as far as its nearest like. */
function shareReader(words: readonly WeighedWord[], vectors: WordVectors): (text: string) => number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0)
  const wanted = words.map(({ word, weight }) => {
    return { term: termOf(word), weight: weight / all, found: vectors.of(foldWord(word)) }
  })
  // The words of all the texts are read once each, however many texts have them. Null for one that is like none.
  const known = new Map<string, Float64Array | null>()
  const likenessesOf = (word: string) => {
    const kept = known.get(word)
    if (kept !== undefined) return kept
    const [term, found] = [termOf(word), vectors.of(foldWord(word))]
    const made = new Float64Array(wanted.length)
    wanted.forEach((one, i) => {
      made[i] = one.term === term ? 1 : likeness(one.found, found)
    })
    const some = made.some((value) => value > 0) ? made : null
    known.set(word, some)
    return some
  }
  return (text) => {
    const nearest = new Float64Array(wanted.length)
    for (const word of wordsOf(text)) {
      const found = likenessesOf(word)
      if (found) for (let i = 0; i < nearest.length; i++) nearest[i] = Math.max(nearest[i] ?? 0, found[i] ?? 0)
    }
    return wanted.reduce((sum, { weight }, i) => sum + weight * (nearest[i] ?? 0), 0)
  }
}

/** 0 to 1: how near two words are beyond what any two are. Most are not, and their signs tell it in a tenth of the time. */
function likeness(a: WordVector | null, b: WordVector | null): number {
  if (!a || !b || distance(a.signs, b.signs) > usualDistance(unlike, a.vector.length)) return 0
  return Math.max(0, Math.min(1, (cosine(a.vector, b.vector) - unlike) / (1 - unlike)))
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
