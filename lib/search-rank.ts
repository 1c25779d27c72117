import { cosine } from '@/lib/search-vectors'

/**
 * What is known of a paper that may fit: how much of the words that were looked for it holds, 0 to 1, and its vectors,
 * one after another: of the title, of title and abstract as one text, and of each sentence.
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
// Found on queries in people's own words over corpora of several sizes; half or twice as much of each does nearly as
// well. Whoever asks in words of their own knows those of the title the least.
const shares = { words: 1.6, whole: 2.5, nearest: 1, title: 0.25 }

/**
 * How well papers fit, in their order: the share of the words that they hold or have a like of, and the cosines of
 * title and abstract as a whole, of the nearest sentence and of the title (docs/decisions/0012). Where a paper has no vectors
 * yet, what is usual among the others stands for them.
 */
export function scoresOf(candidates: readonly Candidate[], vector: Int8Array): number[] {
  const meanings = candidates.map(({ parts }) => (parts ? meaningOf(parts, vector) : null))
  const usual = medianOf(meanings.filter((meaning) => meaning !== null))
  return candidates.map(({ share }, i) => shares.words * share + (meanings[i] ?? usual))
}

function meaningOf(parts: Int8Array, vector: Int8Array): number {
  const dimensions = vector.length
  const title = cosine(vector, parts)
  if (parts.length <= dimensions) return (shares.whole + shares.nearest + shares.title) * title
  const whole = cosine(vector, parts, dimensions)
  let nearest = -1
  for (let at = 2 * dimensions; at < parts.length; at += dimensions)
    nearest = Math.max(nearest, cosine(vector, parts, at))
  return shares.whole * whole + shares.nearest * nearest + shares.title * title
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
