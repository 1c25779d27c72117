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

/**
 * The cosine of two vectors that were made into bytes, or near enough: they were of length 1. All numbers are within
 * bounds, as both are as long as the dimensions; four sums at once take a third of the time of one.
 */
export function cosine(a: Int8Array, b: Int8Array, at = 0): number {
  let [s, t, u, v] = [0, 0, 0, 0]
  const even = a.length - (a.length % 4)
  for (let i = 0; i < even; i += 4) {
    const j = at + i
    s = (s + Math.imul(a[i] as number, b[j] as number)) | 0
    t = (t + Math.imul(a[i + 1] as number, b[j + 1] as number)) | 0
    u = (u + Math.imul(a[i + 2] as number, b[j + 2] as number)) | 0
    v = (v + Math.imul(a[i + 3] as number, b[j + 3] as number)) | 0
  }
  for (let i = even; i < a.length; i++) s += (a[i] as number) * (b[at + i] as number)
  return (s + t + u + v) / (scale * scale)
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
 * The cosine that two vectors usually have whose signs differ in so many bits: they do where one of `dimensions` random
 * planes parts them (Charikar, "Similarity estimation techniques from rounding algorithms", 2002).
 */
export function usualCosine(bits: number, dimensions: number): number {
  return Math.cos((Math.PI * bits) / dimensions)
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
