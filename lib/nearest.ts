import { cosine, distance, signsOf } from '@/lib/search-vectors'

/** Vectors of papers in memory, one after another, found again by the papers' numbers. */
export class VectorShelf {
  private numbers = new Int32Array(0)
  private vectors = new Int8Array(0)
  private signs = new Int32Array(0)
  private readonly places = new Map<number, number>()
  private readonly signWords: number

  constructor(readonly dimensions: number) {
    this.signWords = Math.ceil(dimensions / 32)
  }

  get size(): number {
    return this.places.size
  }

  /** Puts a paper's vector in, or another one in the place of the old; one of another length is left out. */
  put(number: number, vector: Int8Array): void {
    if (vector.length !== this.dimensions) return
    const place = this.places.get(number) ?? this.places.size
    if (place >= this.numbers.length) this.grow()
    this.places.set(number, place)
    this.numbers[place] = number
    this.vectors.set(vector, place * this.dimensions)
    this.signs.set(signsOf(vector), place * this.signWords)
  }

  of(number: number): Int8Array | null {
    const place = this.places.get(number)
    return place === undefined ? null : this.at(place)
  }

  /**
   * The papers whose vectors have the most in common with this one, the nearest first. Among very many, the likely ones
   * are found by their signs first: 1,000 of 100,000 hold 99 of 100 that are to be found.
   * @param among only these papers
   */
  nearest(vector: Int8Array, most: number, among?: readonly number[]): { number: number; cosine: number }[] {
    if (vector.length !== this.dimensions) return []
    const places = among
      ? among.flatMap((number) => this.places.get(number) ?? [])
      : this.size > mostCompared
        ? this.likely(vector, Math.max(most, mostLikely))
        : Array.from({ length: this.size }, (_, i) => i)
    const found = places.map((place) => ({
      number: this.numbers[place] ?? 0,
      cosine: cosine(vector, this.vectors, place * this.dimensions),
    }))
    return found.sort((a, b) => b.cosine - a.cosine || a.number - b.number).slice(0, most)
  }

  private at(place: number): Int8Array {
    return this.vectors.subarray(place * this.dimensions, (place + 1) * this.dimensions)
  }

  /** The places whose signs differ in the fewest bits: counted by how many, so that nothing is sorted. */
  private likely(vector: Int8Array, most: number): number[] {
    const signs = signsOf(vector)
    const distances = new Uint16Array(this.size)
    const counts = new Uint32Array(this.dimensions + 1)
    for (let i = 0; i < distances.length; i++) {
      const bits = distance(signs, this.signs, i * this.signWords)
      distances[i] = bits
      counts[bits] = (counts[bits] ?? 0) + 1
    }
    let bound = 0
    for (let sum = counts[0] ?? 0; sum < most && bound < this.dimensions; sum += counts[bound] ?? 0) bound++
    const found: number[] = []
    for (let i = 0; i < distances.length; i++) if ((distances[i] ?? 0) <= bound) found.push(i)
    return found
  }

  private grow(): void {
    const size = Math.max(1_024, this.numbers.length * 2)
    this.numbers = grown(this.numbers, new Int32Array(size))
    this.vectors = grown(this.vectors, new Int8Array(size * this.dimensions))
    this.signs = grown(this.signs, new Int32Array(size * this.signWords))
  }
}

// So many are compared one by one in a millisecond or two.
const mostCompared = 2_000
const mostLikely = 1_000

function grown<T extends Int8Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
