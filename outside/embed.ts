import { env } from '@/env'
import type { PieceTable } from '@/lib/word-vectors'
import { fetchVectors } from '@/outside/embed-service'
import { EmbedThread } from '@/outside/embed-thread'

/** Whoever makes vectors of texts. */
export type Embedder = {
  embed: (texts: readonly string[]) => Promise<Int8Array[]>
  pieces: () => Promise<PieceTable>
  stop: () => Promise<void>
}

/** Under this name vectors are kept; those of another model, or of other texts of a paper, are made anew. */
export const embeddingModel = `${env.EMBED_URL ? env.EMBED_MODEL : 'all-MiniLM-L6-v2'}, whole`

/** @param isLow for what nobody waits for */
export function makeEmbedder({ isLow }: { isLow: boolean }): Embedder {
  const thread = new EmbedThread(isLow)
  const service = env.EMBED_URL && { url: env.EMBED_URL, model: env.EMBED_MODEL, token: env.EMBED_TOKEN }
  return {
    embed: (texts) => (service ? fetchVectors(service, texts) : thread.embed(texts)),
    pieces: () => thread.pieces(),
    stop: () => thread.stop(),
  }
}
