import { z } from 'zod'
import { quantised } from '@/lib/search-vectors'
import { Outside } from '@/outside/fault'

type Service = { url: string; model: string; token?: string }

/**
 * What texts mean, by a server that speaks OpenAI's `/v1/embeddings`.
 * @throws Outside
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
  if (!response.ok)
    throw new Outside(response.status === 429 ? 'busy' : 'down', name, { cause: `status ${response.status}` })
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

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(8_192) })),
})
