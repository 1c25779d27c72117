import { availableParallelism } from 'node:os'
import { importRows } from '@/db/import'
import { ensureJobs } from '@/db/jobs'
import { migrate } from '@/db/migrate'
import { countToEmbed, keepEmbedded, listToEmbed } from '@/db/search-embedding'
import { embedAll } from '@/jobs/embed-all'
import { type ImportRow, readRow } from '@/lib/import-row'
import { readJsonLines } from '@/lib/json-lines'
import { quantised } from '@/lib/search-vectors'
import { textsToEmbed } from '@/lib/sentences'
import { count } from '@/lib/text'
import { embeddingModel, makeEmbedder } from '@/outside/embed'
import { openSource } from '@/scripts/import-source'

/**
 * A database with the papers of a file, as far as it is not made yet.
 * @param how 'embed': each paper is embedded, which takes a while; 'borrow': for times alone, where to embed would take
 *   half a day, each part of a paper gets a vector by chance
 */
export async function ensureCorpus(file: string, how: 'embed' | 'borrow'): Promise<void> {
  await migrate()
  await ensureJobs(['embed'], Date.now())
  await importPapers(file)
  const left = await countToEmbed(embeddingModel)
  if (left > 0) await (how === 'embed' ? embedPapers(left) : borrowVectors(left))
}

async function importPapers(file: string) {
  const source = await openSource(file)
  const batch: ImportRow[] = []
  let imported = 0
  for await (const read of readJsonLines(source.read())) {
    const row = read.ok ? readRow(read.json) : null
    if (row?.ok) batch.push(row.row)
    if (batch.length < 500) continue
    const { added } = await importRows(batch.splice(0), Date.now())
    // The first rows tell whether the file went in before.
    if (added === 0) return
    imported += added
    if (imported % 10_000 === 0) console.log(`${count(imported)} papers imported …`)
  }
  await importRows(batch, Date.now())
}

async function embedPapers(papers: number) {
  const cores = availableParallelism()
  console.log(`Embedding ${count(papers)} papers once, on ${cores} cores: some ninety a minute on each.`)
  const embedders = Array.from({ length: cores }, () => makeEmbedder({ isLow: true }))
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  let said = 0
  const onProgress = (done: number, all: number) => {
    if (done - said < 250) return
    said = done
    console.log(`${count(done)} of ${count(all)} …`)
  }
  await embedAll({ model: embeddingModel, embedders, signal: stopping.signal, onProgress })
  await Promise.all(embedders.map(({ stop }) => stop()))
  if (stopping.signal.aborted) throw new Error('Stopped. What is embedded stays: the next run goes on from there.')
}

async function borrowVectors(papers: number) {
  console.log(`${count(papers)} papers get vectors by chance, for times alone …`)
  const random = pseudoRandom(7)
  for (;;) {
    const batch = await listToEmbed(embeddingModel, 1_000)
    if (batch.length === 0) return
    const embedded = batch.map(({ number, revision, title, abstract }) => {
      const parts = textsToEmbed(title, abstract, 0).length
      const vectors = Array.from({ length: parts }, () => quantised(Array.from({ length: 384 }, () => random() - 0.5)))
      return { number, revision, vectors }
    })
    await keepEmbedded(embeddingModel, embedded)
  }
}

/** The same numbers from 0 to 1 each time (xorshift). */
function pseudoRandom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
