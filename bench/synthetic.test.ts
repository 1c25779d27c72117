import { expect, test } from 'vitest'
import { dayVoterOf, paperIdAt, papersOfDay, votedPlace, voterOf, votesAt } from '@/bench/synthetic'
import { parsePaperId } from '@/lib/paper-id'

test('every paper has an id of its own, as arXiv writes them', () => {
  const ids = Array.from({ length: 100_000 }, (_, place) => paperIdAt(place))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of [ids[0], ids[10_000], ids[99_999]]) expect(parsePaperId(id ?? '')).toBe(id)
})

test.each([1_000, 100_000])('nobody votes twice for one of %i papers', (papers) => {
  const pairs = Array.from({ length: 400_000 }, (_, k) => voterOf(k) * 1_000_000 + votedPlace(k, papers))
  expect(new Set(pairs).size).toBe(pairs.length)
})

test('nor for one of the newest day, as long as there are voters', () => {
  const pairs = Array.from({ length: 5_000 }, (_, k) => `${dayVoterOf(k)} ${k % papersOfDay}`)
  expect(new Set(pairs).size).toBe(pairs.length)
})

test('papers have ten votes on average', () => {
  const day = Array.from({ length: papersOfDay }, (_, place) => votesAt(place))
  expect(day.reduce((sum, votes) => sum + votes) / papersOfDay).toBeCloseTo(10, 0)
})
