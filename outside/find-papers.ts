import { type SearchAsked, searchPapers } from '@/db/search'
import type { SearchPage } from '@/db/types'
import { knownLexicon, readMeaning } from '@/outside/query-meaning'

/** `isLate`: meaning was wanted and not ready in time, so that words alone answered. */
export type FoundPapers = SearchPage & { isLate: boolean }

/**
 * Finds papers by words and, as far as they are embedded, by meaning.
 * @param patience ms that the query's own meaning may take; when it takes longer, words alone answer
 */
export async function findPapers({
  patience = 1_000,
  ...asked
}: SearchAsked & { patience?: number }): Promise<FoundPapers> {
  const reading = readMeaning(asked.query.text, patience)
  const page = await searchPapers(asked, {
    whole: reading.then(({ meaning }) => meaning),
    lexicon: knownLexicon(),
  })
  return { ...page, isLate: (await reading).isLate }
}
