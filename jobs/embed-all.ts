import { countToEmbed, type Embedded, keepEmbedded, listToEmbed } from '@/db/search-embedding'
import { embedPaper } from '@/jobs/embed'
import { plural } from '@/lib/text'

type Asked = {
  model: string
  /** One for each core. */
  embedders: readonly { embed: (texts: readonly string[]) => Promise<Int8Array[]> }[]
  signal: AbortSignal
  onProgress: (done: number, all: number) => void
}

// Cores wait for the last of a round: some hundred papers make that a small part of it.
const round = 256
const batch = 16

/**
 * Embeds all papers that are not yet, the newest first, several at a time. Stopped or killed, it goes on from there when
 * it is run again.
 * @returns what it did, '' when there was nothing to do
 */
export async function embedAll({ model, embedders, signal, onProgress }: Asked): Promise<string> {
  const all = await countToEmbed(model)
  let done = 0
  for (;;) {
    const papers = await listToEmbed(model, round)
    if (papers.length === 0 || signal.aborted) break
    const work = async ({ embed }: Asked['embedders'][number]) => {
      while (papers.length > 0 && !signal.aborted) {
        const embedded: Embedded[] = []
        for (const paper of papers.splice(0, batch)) {
          if (!signal.aborted) embedded.push(await embedPaper(paper, embed))
        }
        const kept = await keepEmbedded(model, embedded)
        done += kept
        onProgress(done, all)
      }
    }
    await Promise.all(embedders.map(work))
  }
  return done === 0 ? '' : `${plural(done, 'paper')} embedded`
}
