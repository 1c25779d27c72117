import { createHash } from 'node:crypto'

// Crockford's: no i, l, o, u.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The id of a paper that is not arXiv's, made of what names it where it comes from, as in 'doi:10.1145/3292500' or
 * 'url:https://lab.example/paper': the same paper gets the same id whoever submits it. 50 bits of its SHA-256.
 */
export function ownId(name: string): string {
  const digest = createHash('sha256').update(name).digest()
  const bits = digest.readBigUInt64BE() >> 14n
  const signs = Array.from({ length: 10 }, (_, i) => alphabet[Number((bits >> BigInt(45 - 5 * i)) & 31n)])
  return `p-${signs.join('')}`
}
