import { findNews } from '@/db/search-news'
import { plural } from '@/lib/text'

/**
 * Asks the saved searches for what came since the last look, some of it at a time, until nothing is left. What is found
 * is found now, whatever instant a run is as of: people look at it by their own clock.
 */
export async function searchNews(signal: AbortSignal): Promise<string> {
  let found = 0
  while (!signal.aborted) {
    const some = await findNews(Date.now())
    found += some.found
    if (!some.hasMore) break
  }
  return found === 0 ? '' : `${plural(found, 'paper')} found for saved searches`
}
