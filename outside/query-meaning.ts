import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Meaning } from '@/db/search'
import { readGists } from '@/db/search-gists'
import { env } from '@/env'
import { Lexicon } from '@/lib/lexicon'
import { WordVectors } from '@/lib/word-vectors'
import { embeddingModel, makeEmbedder } from '@/outside/embed'

/* One model for all queries of the process, started by the first. What was asked once is known: pages, orders and
filters of a search, and what somebody types on. */

const embedder = makeEmbedder({ isLow: false })
const known = new LRUCache<string, Int8Array>({ max: 1_000 })
let words: Promise<WordVectors> | null = null
let lexicon: Lexicon | null = null

/** What words mean, once it was asked for. */
export function knownLexicon(): Lexicon | null {
  return lexicon
}

/**
 * What a query means; null where meaning is off, nothing is embedded yet, or it is not ready in time.
 * @param patience ms
 */
export async function readMeaning(
  text: string,
  patience: number,
): Promise<{ meaning: Meaning | null; isLate: boolean }> {
  if (env.SEARCH === 'words' || text === '') return { meaning: null, isLate: false }
  const late = Symbol('late')
  const failed = (cause: unknown) => {
    warn(cause)
    return late
  }
  // A model that fails is as one that is late: words are there, and the reason is for the one who runs the site.
  const deadline = sleep(patience, late, { ref: false })
  const made = await Promise.race([makeMeaning(text).catch(failed), deadline])
  return typeof made === 'symbol' ? { meaning: null, isLate: true } : { meaning: made, isLate: false }
}

let warned = ''

/** Into the output of the site; not again while it stays the same, as each search meets it. */
function warn(cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (reason === warned) return
  warned = reason
  process.emitWarning(`What a query means could not be read, so words alone are searched: ${reason}`)
}

async function makeMeaning(text: string): Promise<Meaning | null> {
  const shelf = await readGists(embeddingModel)
  if (!shelf) {
    // The first vectors are on their way: the model is loaded meanwhile.
    if (env.EMBED === 'on') readWords()
    return null
  }
  const [vector, wordVectors] = await Promise.all([vectorOf(text), readWords()])
  if (!lexicon || lexicon.isFull) lexicon = new Lexicon(wordVectors)
  return { vector, lexicon, shelf }
}

async function vectorOf(text: string): Promise<Int8Array> {
  const kept = known.get(text)
  if (kept) return kept
  const [vector] = await embedder.embed([text])
  if (!vector) throw new Error('The model made no vector.')
  known.set(text, vector)
  return vector
}

function readWords(): Promise<WordVectors> {
  const reading = words ?? embedder.pieces().then((table) => new WordVectors(table))
  words = reading
  reading.catch(() => {
    if (words === reading) words = null
  })
  return reading
}
