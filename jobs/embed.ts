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

/**
 * What a paper's texts mean. Where the model does not take all of its text, less of it; what it cannot take then stays
 * found by its words.
 */
export async function embedPaper(
  { number, revision, title, abstract }: ToEmbed,
  embed: Asked['embed'],
): Promise<Embedded> {
  for (const longest of longestTries) {
    try {
      return { number, revision, vectors: await embed(textsToEmbed(title, abstract, longest)) }
    } catch (error) {
      if (!(error instanceof TextRefused)) throw error
    }
  }
  return { number, revision, vectors: [] }
}

// The model that comes along reads some 1,300 characters, most others 512 pieces of words: of some scripts a sign each.
const longestTries = [2_000, 400]
