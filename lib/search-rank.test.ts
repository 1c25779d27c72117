import { expect, test } from 'vitest'
import { Lexicon } from '@/lib/lexicon'
import { type Candidate, scoresOf, weightOf } from '@/lib/search-rank'
import { quantised } from '@/lib/search-vectors'
import { piecesOf, WordVectors } from '@/lib/word-vectors'

/** A direction of two numbers, often enough that the bytes can hold its length. */
const direction = (x: number, y: number) => quantised(Array.from({ length: 32 }, (_, i) => (i % 2 ? y : x)))
const [east, north, between] = [direction(1, 0), direction(0, 1), direction(1, 1)]
const pieces = ['video', 'clip', 'boat', '##s', 'glid']
// As east, but for a sign of eight.
const nearEast = quantised(Array.from({ length: 32 }, (_, i) => (i % 8 === 0 ? -1 : i % 2 ? 0 : 1)))
const vectors = [east, nearEast, north, direction(1, -1), direction(0, -1)].flatMap((vector) => [...vector])
const table = { pieces, dimensions: 32, vectors: Int8Array.from(vectors) }
const wordVectors = new WordVectors(table)
const lexicon = new Lexicon(wordVectors)
const words = [{ word: 'video', weight: 1 }]
const shareOf = lexicon.shareReader(words)

let made = 0
const paper = (title: string, parts: readonly Int8Array[] | null): Candidate => ({
  number: ++made,
  share: shareOf(lexicon.read(title)),
  parts: parts && Int8Array.from(parts.flatMap((part) => [...part])),
})

test('the word itself counts most, then one that is like it, then none', () => {
  const papers = ['Videos', 'Clips', 'Boats'].map((title) => paper(title, [north]))
  const [itself = 0, like = 0, none = 0] = scoresOf(papers, north)
  expect(itself).toBeGreaterThan(like)
  expect(like).toBeGreaterThan(none)
})

test('the nearer in meaning comes first, by all of its text, then by its nearest sentence, then by its title', () => {
  const papers = [
    paper('x', [north, east, north, north]),
    paper('x', [east, north, north, north]),
    paper('x', [north, north, north, east]),
  ]
  const [near = 0, far = 0, middle = 0] = scoresOf(papers, east)
  expect(near).toBeGreaterThan(middle)
  expect(middle).toBeGreaterThan(far)
})

test('a paper without vectors keeps its words, and stands as the others usually do', () => {
  const papers = [paper('x', [north]), paper('Video', null), paper('x', [between])]
  const [far = 0, without = 0, near = 0] = scoresOf(papers, east)
  expect(without).toBeCloseTo(near + 1.6, 1)
  expect(without).toBeGreaterThan(far)
  expect(scoresOf([paper('Video', null)], east)).toEqual([1.6])
})

test('texts are read before and after what is asked of them, and their words count once', () => {
  const early = lexicon.read('Trees and more trees')
  const read = lexicon.shareReader([
    { word: 'tree', weight: 3 },
    { word: 'clip', weight: 1 },
  ])
  expect(early).toHaveLength(3)
  expect(read(early)).toBe(0.75)
  expect(read(lexicon.read('A clip of a tree, of a kind that was read only now'))).toBe(1)
  expect(read(lexicon.read('nothing here'))).toBe(0)
  expect(read(lexicon.read(''))).toBe(0)
  expect(read(lexicon.read('Videos of a TREE'))).toBeGreaterThan(0.75)
})

test('a name is found by itself, and is like no other word', () => {
  const read = lexicon.shareReader([{ word: 'video', weight: 1 }])
  expect(read(lexicon.read('Boats', 'Ada Video'))).toBe(1)
  expect(read(lexicon.read('Boats', 'Ada Clip'))).toBe(0)
})

test('a rarer word tells more, up to a bound', () => {
  expect(weightOf(1, 100)).toBeGreaterThan(weightOf(50, 100))
  expect(weightOf(100, 100)).toBeGreaterThan(0)
  expect(weightOf(0, 1e9)).toBe(weightOf(1, 1e9))
  expect(weightOf(5, 0)).toBeGreaterThanOrEqual(0)
})

test('a word is made of its longest pieces; one with a sign that is in none has no meaning', () => {
  const places = new Map(pieces.map((piece, i) => [piece, i]))
  expect(piecesOf('videos', places)).toEqual([0, 3])
  expect(piecesOf('x', places)).toBeNull()
  expect(piecesOf('videox', places)).toBeNull()
  expect(piecesOf('video'.repeat(30), places)).toBeNull()
  expect(piecesOf('', places)).toBeNull()
  expect(wordVectors.of('constructor')).toBeNull()
  expect(wordVectors.of('video')).toEqual(east)
})
