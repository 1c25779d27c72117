import type { FoundPaper } from '@/lib/found-paper'
import type { SourceAsked } from '@/lib/source-asked'
import { arxiv, fetchArxiv } from '@/outside/arxiv'
import { fetchCrossref } from '@/outside/crossref'
import { fetchOpenReview } from '@/outside/openreview'
import { Outside } from '@/outside/polite'

/**
 * What the service that knows a paper says of it. A person is waiting: it answers or fails within a quarter of a minute.
 * The id may be another than the one asked for: math/0309136 for math.GT/0309136, or that of the DOI that another leads to.
 * @throws Outside, of kind 'missing' when the service has no such paper; the signal's own reason when that stops it
 */
export async function lookUp(
  asked: Exclude<SourceAsked, { kind: 'page' }>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<FoundPaper> {
  if (asked.kind === 'doi') return fetchCrossref(asked.doi, { signal })
  if (asked.kind === 'openreview') return fetchOpenReview(asked.id, { signal })
  const [paper] = await fetchArxiv([asked.id], { signal })
  if (!paper) throw new Outside('missing', arxiv.name)
  return paper
}
