import { type AskedSearch, searchAsked, searchInWords, searchPath } from '@/lib/search-asked'
import type { SearchClause, SearchQuery } from '@/lib/search-query'
import { tellingWords } from '@/lib/search-words'
import { shorten } from '@/lib/text'

/* A search that is kept: as an address asks for it, in words, and exactly. */

/** Most that one person keeps: each is asked of every paper that comes. */
export const mostSavedSearches = 50
export const longestSearchName = 80

/** What is asked for, without page and order, as `q=state+space&cat=cs.LG`: equal searches are the same text. */
export function askedText({ q, filters }: Pick<AskedSearch, 'q' | 'filters'>): string {
  return searchPath({ q, filters, sort: 'relevance', page: 1 }, '').slice(1)
}

/** What a saved search asks for. */
export function askedOf(asked: string): AskedSearch {
  return searchAsked(new URLSearchParams(asked))
}

/** Where the search itself is. */
export function savedSearchHref(asked: string): string {
  return `/papers/search?${asked}`
}

/** Where it is followed in a feed reader. */
export function savedFeedHref(asked: string, format: 'rss' | 'atom' | 'json' = 'rss'): string {
  return `/feeds/search.${format}?${asked}`
}

/** `state space, in cs.LG` */
export function savedInWords(asked: string): string {
  return searchInWords(askedOf(asked))
}

/** What a search is called that nobody gave a name. */
export function nameOfSearch(search: Pick<AskedSearch, 'q' | 'filters'>): string {
  return shorten(searchInWords(search), longestSearchName - 1)
}

// An expression of the index has a depth.
const mostWords = 24

/**
 * What a paper that comes must have to be told of: all the words that tell papers apart, and all the conditions.
 * Ranking and meaning have no part in it, as one paper cannot be ranked.
 */
export function exactConditions(query: SearchQuery): Pick<SearchQuery, 'required' | 'excluded'> {
  const grouped = new Map<string, number>()
  for (const word of query.required.flat().flatMap(wordsOfClause)) grouped.set(word, (grouped.get(word) ?? 0) + 1)
  const plain = query.words.filter((word) => {
    const left = grouped.get(word) ?? 0
    grouped.set(word, left - 1)
    return left <= 0
  })
  const must = plain.length > 0 ? tellingWords(plain).slice(0, mostWords) : []
  return { required: [...query.required, ...must.map(anywhere)], excluded: query.excluded }
}

/** Whether votes decide, so that a paper can begin to match long after it came. */
export function asksForVotes({ required, excluded }: Pick<SearchQuery, 'required' | 'excluded'>): boolean {
  return [...required.flat(), ...excluded].some(({ kind }) => kind === 'votes')
}

/** An author's words are no words of the search. */
function wordsOfClause(clause: SearchClause): string[] {
  return clause.kind === 'words' && clause.place !== 'author' ? clause.words : []
}

function anywhere(word: string): SearchClause[] {
  return [{ kind: 'words', place: 'anywhere', words: [word], isPhrase: false }]
}
