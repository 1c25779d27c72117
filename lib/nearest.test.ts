import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VectorShelf } from '@/lib/nearest'
import { cosine, distance, quantised, signsOf } from '@/lib/search-vectors'

const dimensions = 64
/** A vector of its own for each number, the same each time. */
function vectorOf(seed: number): Int8Array {
  let state = seed * 2_654_435_761 + 1
  return quantised(
    Array.from({ length: dimensions }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
      return state / 2 ** 31
    }),
  )
}

test('a vector is nearest to itself', () => {
  const shelf = new VectorShelf(dimensions)
  for (let number = 1; number <= 3_000; number++) shelf.put(number, vectorOf(number))
  expect(shelf.size).toBe(3_000)
  for (const number of [1, 1_500, 3_000]) {
    expect(shelf.nearest(vectorOf(number), 2)[0]).toEqual({ number, cosine: expect.closeTo(1, 1) })
    expect(shelf.of(number)).toEqual(vectorOf(number))
  }
})

test('another vector takes the place of the old, and one of another length none', () => {
  const shelf = new VectorShelf(dimensions)
  shelf.put(7, vectorOf(1))
  shelf.put(7, vectorOf(2))
  shelf.put(8, new Int8Array(3))
  expect(shelf.size).toBe(1)
  expect(shelf.of(7)).toEqual(vectorOf(2))
  expect(shelf.of(8)).toBeNull()
  expect(shelf.nearest(new Int8Array(3), 5)).toEqual([])
})

test('only those asked about are found', () => {
  const shelf = new VectorShelf(dimensions)
  for (let number = 1; number <= 10; number++) shelf.put(number, vectorOf(number))
  expect(
    shelf
      .nearest(vectorOf(3), 10, [4, 5, 99])
      .map(({ number }) => number)
      .sort(),
  ).toEqual([4, 5])
})

test('among very many, what is found by signs is what comparing all would find', () => {
  const shelf = new VectorShelf(dimensions)
  const all = Array.from({ length: 30_000 }, (_, number) => number)
  for (const number of all) shelf.put(number, vectorOf(number))
  const query = vectorOf(31_000)
  const exact = shelf.nearest(query, 20, all)
  const quick = new Set(shelf.nearest(query, 20).map(({ number }) => number))
  expect(exact.filter(({ number }) => quick.has(number)).length).toBeGreaterThanOrEqual(17)
})

test('bytes keep the angles of vectors', () => {
  const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 384, maxLength: 384 })
  fc.assert(
    fc.property(vector, vector, (a, b) => {
      const [lengthA, lengthB] = [Math.hypot(...a), Math.hypot(...b)]
      fc.pre(lengthA > 1 && lengthB > 1)
      const exact = a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0) / lengthA / lengthB
      expect(cosine(quantised(a), quantised(b))).toBeCloseTo(exact, 1)
    }),
    { numRuns: 30 },
  )
})

test('signs differ in as many bits as there are numbers of another sign', () => {
  const [a, b] = [Int8Array.from([1, -1, 1, 0, 5]), Int8Array.from([-1, -1, 1, 4, -5])]
  expect(distance(signsOf(a), signsOf(b))).toBe(3)
  expect(distance(signsOf(vectorOf(1)), signsOf(vectorOf(1).map((value) => -value)))).toBeGreaterThan(60)
})

test('a vector of nothing stays one', () => {
  expect(quantised([0, 0])).toEqual(new Int8Array(2))
})
