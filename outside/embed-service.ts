import { z } from 'zod'
import { quantised } from '@/lib/search-vectors'
import { Outside } from '@/outside/fault'

type Service = { url: string; model: string; token?: string }

/** The server answers, but takes no vector of this text: too long for its model, or with signs that it cannot read. */
export class TextRefused extends Error {}

/**
 * What texts mean, by a server that speaks OpenAI's `/v1/embeddings`.
 * @throws Outside, or TextRefused where the same server takes other texts
 */
export async function fetchVectors(
  { url, model, token }: Service,
  texts: readonly string[],
  signal: AbortSignal = AbortSignal.timeout(longest),
): Promise<Int8Array[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
    signal,
  }).catch((cause: unknown) => {
    throw new Outside(signal.aborted ? 'slow' : 'down', name, { cause })
  })
  if (!response.ok) {
    const cause = `status ${response.status}`
    if (refusals.includes(response.status) && texts[0] !== plainText) {
      // It may be the model or the key that is wrong: then no text is at fault.
      await fetchVectors({ url, model, token }, [plainText], signal)
      throw new TextRefused(`${name} does not take this text.`, { cause })
    }
    throw new Outside(response.status === 429 ? 'busy' : 'down', name, { cause })
  }
  const read = answerSchema.safeParse(await response.json().catch(() => null))
  if (!read.success) throw new Outside('broken', name, { cause: read.error })
  const inOrder = read.data.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => quantised(embedding))
  const dimensions = inOrder[0]?.length
  if (inOrder.length !== texts.length || inOrder.some(({ length }) => length !== dimensions)) {
    throw new Outside('broken', name)
  }
  return inOrder
}

const name = 'The server of EMBED_URL'
const longest = 60_000
// Bad request, too large, and well-formed but not to be done.
const refusals = [400, 413, 422]
const plainText = 'A paper.'

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(8_192) })),
})
