/* Vectors of meaning as signed bytes. Every vector that is kept has the length 1 before it is rounded. */

// One of 384 numbers is 0.05 in the mean: with this they use the width of a byte, and few are cut.
const scale = 363
const most = 127

/** A vector of length 1 as signed bytes. */
export function quantised(vector: ArrayLike<number>): Int8Array {
  const length = lengthOf(vector)
  const times = length === 0 ? 0 : scale / length
  const bytes = new Int8Array(vector.length)
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Math.max(-most, Math.min(most, Math.round((vector[i] ?? 0) * times)))
  return bytes
}

/** The cosine of two vectors that were made into bytes, or near enough: they were of length 1. */
export function cosine(a: Int8Array, b: Int8Array, at = 0): number {
  let sum = 0
  // Within bounds: both are as long as the dimensions. A question for each number would double the time of a search.
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[at + i] as number)
  return sum / (scale * scale)
}

/** The direction between some vectors that lie one after another, each so long; null when there are none. */
export function meanOf(vectors: Int8Array, dimensions: number, weights?: readonly number[]): Int8Array | null {
  if (vectors.length < dimensions) return null
  const sum = new Float64Array(dimensions)
  for (let i = 0; i < vectors.length; i++) {
    const weight = weights?.[Math.floor(i / dimensions)] ?? 1
    sum[i % dimensions] = (sum[i % dimensions] ?? 0) + weight * (vectors[i] ?? 0)
  }
  return quantised(sum)
}

/** One bit for each number, which is whether it is above 0: a rough likeness that is compared quickly. */
export function signsOf(vector: Int8Array): Int32Array {
  const signs = new Int32Array(Math.ceil(vector.length / 32))
  for (let i = 0; i < vector.length; i++) {
    if ((vector[i] ?? 0) > 0) signs[i >> 5] = (signs[i >> 5] ?? 0) | (1 << (i & 31))
  }
  return signs
}

/**
 * In how many bits the signs of two vectors differ of which this is the cosine: they do where one of `dimensions`
 * random planes parts them (Charikar, "Similarity estimation techniques from rounding algorithms", 2002).
 */
export function usualDistance(cosine: number, dimensions: number): number {
  return (dimensions * Math.acos(cosine)) / Math.PI
}

/** In how many bits two differ. */
export function distance(a: Int32Array, b: Int32Array, at = 0): number {
  let bits = 0
  for (let i = 0; i < a.length; i++) {
    let x = (a[i] as number) ^ (b[at + i] as number) // within bounds, as above
    x -= (x >>> 1) & 0x55555555
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
    bits += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return bits
}

function lengthOf(vector: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) ** 2
  return Math.sqrt(sum)
}
