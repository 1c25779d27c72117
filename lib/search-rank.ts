import { cosine, meanOf } from '@/lib/search-vectors'

/**
 * What is known of a paper that may fit: how much of the words that were looked for it holds, 0 to 1, and vectors one
 * after another, as partsOf() puts them.
 */
export type Candidate = { number: number; share: number; parts: Int8Array | null }

/**
 * How much a word tells that `papers` of `all` papers have: the weight of BM25 (Robertson and Spärck Jones), bounded
 * so that one odd word does not outweigh all others.
 */
export function weightOf(papers: number, all: number): number {
  return Math.min(Math.log((Math.max(all - papers, 0) + 0.5) / (papers + 0.5) + 1), heaviest)
}

const heaviest = 7
// Found on queries in people's own words over corpora of several sizes; any between 1 and 1.5 do nearly as well. Whoever
// asks in words of their own knows those of the title the least.
const shares = { words: 1.3, nearest: 1.25, all: 1, title: 0.5 }

/**
 * How well papers fit, in their order: the share of the words that they hold or have a like of, and the cosines of
 * the nearest sentence, of all sentences together and of the title (docs/decisions/0012). Where a paper has no vectors
 * yet, what is usual among the others stands for them.
 */
export function scoresOf(candidates: readonly Candidate[], vector: Int8Array): number[] {
  const meanings = candidates.map(({ parts }) => (parts ? meaningOf(parts, vector) : null))
  const usual = medianOf(meanings.filter((meaning) => meaning !== null))
  return candidates.map(({ share }, i) => shares.words * share + (meanings[i] ?? usual))
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

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
