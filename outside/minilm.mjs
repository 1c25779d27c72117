import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'
import assembler from 'wabt'
import { openTensors } from './safetensors.mjs'

/*
The sentence model all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2): BERT of six layers,
whose words' meanings are averaged. Its weights are whole numbers of 16 bits, because a processor multiplies twice as
many of these at a time as of fractions; the cosine with what exact weights say is above 0.9999.
*/

const dimensions = 384
const inner = 1_536
const layerCount = 6
const headCount = 12
const headSize = dimensions / headCount
const epsilon = 1e-12
const firstSign = '[CLS]'
const lastSign = '[SEP]'

/**
 * @param model where the package of weights has its files, and how many pieces of a text it reads
 * @returns what one text means: 384 numbers of length 1. Each call takes the thread.
 */
export async function loadModel({ weightsPath, tokenizerPath, maxTokens }) {
  const kernels = await loadKernels()
  const memory = new Memory(kernels.memory)
  const { pieces, places, kinds, firstNorm, layers } = readWeights(openTensors(weightsPath), memory)
  const tokenize = loadTokenizer(tokenizerPath, maxTokens)

  // The kernels take four rows at a time.
  const mostRows = maxTokens + (-maxTokens & 3)
  const take = (width, bytes = 4) => memory.take(mostRows * width * bytes)
  const at = {
    state: take(dimensions),
    whole: take(inner, 2),
    worth: take(1),
    projected: take(3 * dimensions),
    scores: take(mostRows),
    mixed: take(dimensions),
    wide: take(inner),
    change: take(dimensions),
  }
  const state = memory.floats(at.state, mostRows * dimensions)
  const change = memory.floats(at.change, mostRows * dimensions)
  const wide = memory.floats(at.wide, mostRows * inner)
  const scores = memory.floats(at.scores, mostRows * mostRows)

  const apply = ({ depth, width, limit, weights, column, bias }, from, to, rows) => {
    kernels.quantise(from, at.whole, at.worth, rows, depth, limit)
    kernels.multiply(at.whole, at.worth, weights, column, bias, to, rows, depth, width)
  }

  return (text) => {
    const ids = tokenize(text)
    const count = ids.length
    ids.forEach((id, i) => {
      for (let d = 0; d < dimensions; d++) {
        state[i * dimensions + d] = pieces[id * dimensions + d] + places[i * dimensions + d] + kinds[d]
      }
    })
    normalise(state, count, firstNorm)
    for (const layer of layers) {
      apply(layer.project, at.state, at.projected, count)
      const stride = 3 * dimensions * 4
      for (let head = 0; head < headCount; head++) {
        const query = at.projected + head * headSize * 4
        kernels.score(query, query + dimensions * 4, at.scores, count, stride)
        softmax(scores, count)
        const mixed = at.mixed + head * headSize * 4
        kernels.blend(at.scores, query + 2 * dimensions * 4, mixed, count, stride, dimensions * 4)
      }
      apply(layer.attend, at.mixed, at.change, count)
      add(state, change, count)
      normalise(state, count, layer.attendNorm)
      apply(layer.widen, at.state, at.wide, count)
      gelu(wide, count)
      apply(layer.narrow, at.wide, at.change, count)
      add(state, change, count)
      normalise(state, count, layer.narrowNorm)
    }
    return meanDirection(state, count)
  }
}

/** Apart from what embeds, so that the file is not kept in memory as long as that. */
function readWeights(tensor, memory) {
  const embeddings = (name) => tensor(`embeddings.${name}.weight`).values
  return {
    pieces: embeddings('word_embeddings'),
    places: embeddings('position_embeddings'),
    kinds: embeddings('token_type_embeddings'),
    firstNorm: readNorm(tensor, 'embeddings.LayerNorm'),
    layers: readLayers(tensor, memory),
  }
}

function readLayers(tensor, memory) {
  const linear = (...names) => {
    const parts = names.map((name) => [`${name}.weight`, `${name}.bias`].map(tensor))
    return packLinear(memory, parts)
  }
  return Array.from({ length: layerCount }, (_, i) => {
    const name = `encoder.layer.${i}`
    return {
      project: linear(...['query', 'key', 'value'].map((part) => `${name}.attention.self.${part}`)),
      attend: linear(`${name}.attention.output.dense`),
      attendNorm: readNorm(tensor, `${name}.attention.output.LayerNorm`),
      widen: linear(`${name}.intermediate.dense`),
      narrow: linear(`${name}.output.dense`),
      narrowNorm: readNorm(tensor, `${name}.output.LayerNorm`),
    }
  })
}

function readNorm(tensor, name) {
  return { weight: tensor(`${name}.weight`).values, bias: tensor(`${name}.bias`).values }
}

async function loadKernels() {
  const { parseWat } = await assembler()
  const source = readFileSync(new URL('./minilm.wat', import.meta.url), 'utf8')
  const parsed = parseWat('minilm.wat', source, { simd: true })
  const { instance } = await WebAssembly.instantiate(parsed.toBinary({}).buffer)
  parsed.destroy()
  return instance.exports
}

/** Text to ids of pieces, with the signs of first and last, as many as the model was trained to read. */
function loadTokenizer(path, maxTokens) {
  // The file asks for 128 pieces, filled up to that; the model reads more, and nothing that stands for nothing.
  const { truncation, padding, ...rules } = JSON.parse(readFileSync(path, 'utf8'))
  const tokenizer = new Tokenizer(rules, {})
  const [first, last] = [firstSign, lastSign].map((sign) => tokenizer.token_to_id(sign))
  return (text) => {
    const { ids } = tokenizer.encode(text, { add_special_tokens: false })
    return [first, ...ids.slice(0, maxTokens - 2), last]
  }
}

/** The memory of the kernels, given out once and never taken back. */
class Memory {
  #memory
  #top = 0

  constructor(memory) {
    this.#memory = memory
  }

  /** @returns the address of `bytes` bytes, a multiple of 16 */
  take(bytes) {
    const address = this.#top
    this.#top += bytes + (-bytes & 15)
    const missing = Math.ceil((this.#top - this.#memory.buffer.byteLength) / page)
    if (missing > 0) this.#memory.grow(missing)
    return address
  }

  /** Only for as long as nothing more is taken. */
  floats(address, count) {
    return new Float32Array(this.#memory.buffer, address, count)
  }

  /** Only for as long as nothing more is taken. */
  shorts(address, count) {
    return new Int16Array(this.#memory.buffer, address, count)
  }
}

const page = 65_536

/** Weights and biases of layers that read the same rows, side by side, as the kernels read them. */
function packLinear(memory, parts) {
  const depth = parts[0][0].shape[1]
  const width = parts.reduce((sum, [weight]) => sum + weight.shape[0], 0)
  // So that a sum of `depth` products fits into 32 bits, whatever the numbers are.
  const limit = Math.floor(Math.sqrt((2 ** 31 - 1) / depth))
  const packed = {
    depth,
    width,
    limit,
    weights: memory.take(width * depth * 2),
    column: memory.take(width * 4),
    bias: memory.take(width * 4),
  }
  const weights = memory.shorts(packed.weights, width * depth)
  const column = memory.floats(packed.column, width)
  const bias = memory.floats(packed.bias, width)
  let n = 0
  for (const [weight, { values }] of parts) {
    bias.set(values, n)
    for (let from = 0; from < weight.values.length; from += depth, n++) {
      let largest = 0
      for (let k = 0; k < depth; k++) largest = Math.max(largest, Math.abs(weight.values[from + k]))
      column[n] = largest / limit
      const start = (n >> 3) * 8 * depth + (n & 7) * 2
      for (let k = 0; k < depth; k++) {
        weights[start + (k >> 1) * 16 + (k & 1)] = Math.round((weight.values[from + k] * limit) / largest)
      }
    }
  }
  return packed
}

function add(rows, others, count) {
  for (let i = 0; i < count * dimensions; i++) rows[i] += others[i]
}

/** Layer normalisation (https://arxiv.org/abs/1607.06450) of each row. */
function normalise(rows, count, { weight, bias }) {
  for (let start = 0; start < count * dimensions; start += dimensions) {
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += rows[start + d]
    const mean = sum / dimensions
    let squares = 0
    for (let d = 0; d < dimensions; d++) squares += (rows[start + d] - mean) ** 2
    const factor = 1 / Math.sqrt(squares / dimensions + epsilon)
    for (let d = 0; d < dimensions; d++) rows[start + d] = (rows[start + d] - mean) * factor * weight[d] + bias[d]
  }
}

/** Shares of the scores of each row, which are divided by the root of a head's size (https://arxiv.org/abs/1706.03762). */
function softmax(scores, count) {
  const factor = 1 / Math.sqrt(headSize)
  for (let start = 0; start < count * count; start += count) {
    let largest = Number.NEGATIVE_INFINITY
    for (let j = 0; j < count; j++) if (scores[start + j] > largest) largest = scores[start + j]
    let sum = 0
    for (let j = 0; j < count; j++) {
      const share = Math.exp((scores[start + j] - largest) * factor)
      scores[start + j] = share
      sum += share
    }
    for (let j = 0; j < count; j++) scores[start + j] /= sum
  }
}

/** x Φ(x) (https://arxiv.org/abs/1606.08415), read between the entries of a table: right to six places. */
function gelu(rows, count) {
  for (let i = 0; i < count * inner; i++) {
    const x = rows[i]
    if (x >= farOut) continue
    const place = Math.max(0, (x + farOut) * entriesPerUnit)
    const entry = Math.trunc(place)
    rows[i] = geluTable[entry] + (geluTable[entry + 1] - geluTable[entry]) * (place - entry)
  }
}

// From here on it is 0 on one side and x on the other, for numbers of 32 bits.
const farOut = 6
const entriesPerUnit = 512
const geluTable = Float64Array.from({ length: 2 * farOut * entriesPerUnit + 1 }, (_, i) => {
  const x = i / entriesPerUnit - farOut
  return (x * (1 + erf(x / Math.SQRT2))) / 2
})

/** Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: wrong by 1.5e-7 at most. */
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return Math.sign(x) * (1 - sum * Math.exp(-x * x))
}

function meanDirection(rows, count) {
  const mean = new Float32Array(dimensions)
  for (let i = 0; i < count * dimensions; i++) mean[i % dimensions] += rows[i]
  let squares = 0
  for (const number of mean) squares += number * number
  return mean.map((number) => number / Math.sqrt(squares))
}
