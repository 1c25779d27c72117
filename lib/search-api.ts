import { z } from 'zod'
import { pageParam, whole } from '@/lib/api-query'
import { searchAsked } from '@/lib/search-asked'
import { searchSorts } from '@/lib/search-query'

/** As long as the clients written for Hugging Face's API may send. */
export const longestApiSearch = 250

/**
 * The query of /api/papers/search, read as the page for people reads its own; what that would leave out is refused
 * here by its name.
 */
export const searchQuerySchema = z
  .object({
    q: z
      .string()
      .refine((text) => Array.from(text).length <= longestApiSearch, {
        error: `wants at most ${longestApiSearch} characters`,
      })
      .default('')
      .meta({
        maxLength: longestApiSearch,
        description:
          'Words, and operators among them: "a phrase", -without, a OR b, title:, author:, cat:cs.LG, from:2026-01, until:, votes:>20, by:member, has:code. An id or an address finds its paper.',
      }),
    from: filter('Published since a year, month or day, as in 2026-01.'),
    until: filter('Published until the end of a year, month or day.'),
    cat: filter('A category of arXiv, as in cs.LG.'),
    author: filter('A name among the authors.'),
    votes: filter('The least upvotes.'),
    code: filter('1: only papers with code.'),
    sort: filter(`The order: ${searchSorts.join(', ')}. Best match first when not given.`),
    verbatim: filter('1: words that look misspelt are searched as they are.'),
    p: pageParam,
    limit: whole(1, 120, 'How many at most; 20 when not given.').default(20),
  })
  .transform(({ limit, p, ...given }, { addIssue }) => {
    const asked = searchAsked(new URLSearchParams({ ...withoutNone(given), p: String(p) }))
    for (const [name, wants] of Object.entries(asked.faults)) {
      addIssue({ code: 'custom', path: [name], message: wants })
    }
    if (asked.isEmpty && Object.keys(asked.faults).length === 0) {
      addIssue({ code: 'custom', path: ['q'], message: 'wants words to look for, or a filter beside it' })
    }
    return { asked, limit }
  })

function filter(about: string) {
  return z.string().optional().meta({ description: about })
}

function withoutNone(given: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
