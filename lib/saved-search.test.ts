import { expect, test } from 'vitest'
import { asksForVotes, exactConditions, nameOfSearch, savedFeedHref, savedInWords } from '@/lib/saved-search'
import { searchAsked } from '@/lib/search-asked'
import { readSearch } from '@/lib/search-query'

const wordsOf = (typed: string) =>
  exactConditions(readSearch(typed)).required.map((group) =>
    group.map((clause) => (clause.kind === 'words' ? clause.words.join(' ') : clause.kind)),
  )

test('a paper that comes has every plain word, and common ones tell nothing', () => {
  expect(wordsOf('learning of the diffusion')).toEqual([['learning'], ['diffusion']])
  expect(wordsOf('the of')).toEqual([['the'], ['of']])
})

test('of what OR joins one is enough, and a phrase is not asked for word by word', () => {
  expect(wordsOf('diffusion OR flow')).toEqual([['diffusion', 'flow']])
  expect(wordsOf('diffusion OR flow protein')).toEqual([['diffusion', 'flow'], ['protein']])
  expect(wordsOf('diffusion OR flow diffusion')).toEqual([['diffusion', 'flow'], ['diffusion']])
  expect(wordsOf('"state space" models')).toEqual([['state space'], ['models']])
  expect(wordsOf('author:"Ada Quill" quill')).toEqual([['Ada Quill'], ['quill']])
})

test('conditions alone are enough, and what is excluded stays so', () => {
  expect(wordsOf('cat:cs.LG has:code')).toEqual([['category'], ['code']])
  expect(exactConditions(readSearch('flow -survey')).excluded).toHaveLength(1)
})

test('however much was typed, so many words are asked for', () => {
  const long = Array.from({ length: 100 }, (_, i) => `w${i}`).join(' ')
  expect(wordsOf(long)).toHaveLength(24)
})

test('votes are asked for in the box and beside it', () => {
  expect(asksForVotes(readSearch('votes:>3'))).toBe(true)
  expect(asksForVotes(readSearch('flow -votes:>3'))).toBe(true)
  expect(asksForVotes(searchAsked(new URLSearchParams('q=flow&votes=3')).query)).toBe(true)
  expect(asksForVotes(readSearch('flow'))).toBe(false)
})

test('a saved search has its words, its name and its feed', () => {
  expect(savedInWords('q=flow&cat=cs.LG')).toBe('flow, in cs.LG')
  expect(savedFeedHref('q=flow&cat=cs.LG')).toBe('/feeds/search.rss?q=flow&cat=cs.LG')
  expect(nameOfSearch(searchAsked(new URLSearchParams({ q: 'x'.repeat(200) }))).length).toBeLessThanOrEqual(80)
})
