import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { getPapers } from '@/db/papers'
import { readGists } from '@/db/search-gists'
import { listSimilar, type SimilarIds } from '@/db/similar'
import type { Paper } from '@/db/types'
import { env } from '@/env'
import { mostSimilar } from '@/lib/api-similar'
import type { VectorShelf } from '@/lib/nearest'
import { embeddingModel } from '@/outside/embed'

/** A paper that is about something similar, with the rarest words that both have. */
export type SimilarPaper = { paper: Paper; words: string[]; likeness: number | null }

const minute = 60_000
// New papers, revisions and vectors count after so long; what is withdrawn is left out whenever somebody asks.
const known = new LRUCache<string, SimilarIds>({ max: 5_000 })
const keptByMeaning = 10 * minute
// Its vector may come soon.
const keptByWords = minute

/**
 * Papers that are about something similar to this one, the most similar first, the same for everybody.
 * @param patience ms that the vectors may take to be read after a start; when they take longer, words alone answer
 */
export async function findSimilarPapers(
  id: string,
  most: number,
  patience = 300,
): Promise<{ by: SimilarIds['by']; papers: SimilarPaper[] }> {
  const { by, papers } = known.get(id) ?? (await look(id, patience))
  const found = new Map((await getPapers(papers.map((each) => each.id))).map((paper) => [paper.id, paper]))
  const shown = papers.flatMap(({ id, ...rest }) => {
    const paper = found.get(id)
    return paper && paper.withdrawnAt === null ? [{ paper, ...rest }] : []
  })
  return { by, papers: shown.slice(0, most) }
}

async function look(id: string, patience: number): Promise<SimilarIds> {
  const { shelf, isLate } = await readShelf(patience)
  const similar = await listSimilar(id, shelf, mostSimilar)
  if (!isLate) known.set(id, similar, { ttl: similar.by === 'meaning' ? keptByMeaning : keptByWords })
  return similar
}

async function readShelf(patience: number): Promise<{ shelf: VectorShelf | null; isLate: boolean }> {
  if (env.SEARCH === 'words') return { shelf: null, isLate: false }
  const reading = readGists(embeddingModel).then((shelf) => ({ shelf, isLate: false }))
  return Promise.race([reading, sleep(patience, { shelf: null, isLate: true }, { ref: false })])
}
