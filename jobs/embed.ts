import { countToEmbed, type Embedded, keepEmbedded, listToEmbed, type ToEmbed } from '@/db/search-embedding'
import { textsToEmbed } from '@/lib/sentences'
import { plural } from '@/lib/text'
import { TextRefused } from '@/outside/embed-service'

type Asked = {
  /** The name of the model. */
  model: string
  embed: (texts: readonly string[]) => Promise<Int8Array[]>
  signal: AbortSignal
  /** Ms after which it begins nothing more; the next run goes on. */
  most: number
}

// So many are written at once: a few seconds of work, which is what a kill costs.
const batch = 8

/**
 * Embeds the papers that are not yet, the newest first.
 * @returns what it did, '' when there was nothing to do
 */
export async function embedPapers({ model, embed, signal, most }: Asked): Promise<string> {
  const began = performance.now()
  let done = 0
  for (;;) {
    const papers = await listToEmbed(model, batch)
    if (papers.length === 0) break
    const embedded: Embedded[] = []
    for (const paper of papers) if (!signal.aborted) embedded.push(await embedPaper(paper, embed))
    done += await keepEmbedded(model, embedded)
    if (signal.aborted || performance.now() - began > most) break
  }
  if (done === 0) return ''
  const left = await countToEmbed(model)
  return `${plural(done, 'paper')} embedded${left > 0 ? `, ${left} to go` : ''}`
}

/** What a paper's texts mean. What the model cannot take stays found by its words. */
export async function embedPaper(paper: ToEmbed, embed: Asked['embed']): Promise<Embedded> {
  const { number, revision, title, abstract } = paper
  const vectors = await embed(textsToEmbed(title, abstract)).catch((error: unknown) => {
    if (error instanceof TextRefused) return []
    throw error
  })
  return { number, revision, vectors }
}
