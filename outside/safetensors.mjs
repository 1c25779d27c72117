import { readFileSync } from 'node:fs'

/**
 * The tensors of a safetensors file that holds numbers of 16 bits (https://huggingface.co/docs/safetensors).
 * @param {string} path
 * @returns a reader of `{ shape, values }` by name
 * @throws where the file has no tensor of that name, or holds it in other numbers
 */
export function openTensors(path) {
  const file = readFileSync(path)
  const start = 8 + Number(file.readBigUInt64LE(0))
  const header = JSON.parse(file.subarray(8, start).toString())
  return (name) => {
    const { dtype, shape, data_offsets: at } = header[name] ?? {}
    if (dtype !== 'F16') throw new Error(`${path} has no ${name} of 16 bits.`)
    // A copy, because what is read two bytes at a time must begin at an even one.
    const halves = new Uint16Array(Uint8Array.from(file.subarray(start + at[0], start + at[1])).buffer)
    const values = new Float32Array(halves.length)
    for (let i = 0; i < values.length; i++) values[i] = halfValues[halves[i]]
    return { shape, values }
  }
}

const halfValues = Float32Array.from({ length: 65_536 }, (_, bits) => {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 0x3ff]
  if (exponent === 0) return sign * fraction * 2 ** -24
  return exponent === 31 ? 0 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
})
