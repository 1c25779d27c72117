import { categoriesNear, isArchive } from '@/lib/arxiv-categories'
import { cleanLine } from '@/lib/clean-text'
import { isCategory } from '@/lib/pool-address'
import { searchAddress } from '@/lib/search-address'
import {
  longestSearch,
  readSearch,
  type SearchClause,
  type SearchQuery,
  type SearchSort,
  searchSorts,
  spanOf,
  withConditions,
  wordsOf,
} from '@/lib/search-query'
import { count } from '@/lib/text'

/** What is asked beside the box. Each filter narrows; null and false are not asked for. */
export type SearchFilters = {
  /** A year, month or day, as typed: papers published from its beginning on. */
  from: string | null
  /** The same, until its end. */
  until: string | null
  category: string | null
  author: string | null
  /** The least upvotes. */
  votes: number | null
  hasCode: boolean
}

/** A search as its address asks for it: `?q=…&from=&until=&cat=&author=&votes=&code=1&sort=date&p=2`. */
export type AskedSearch = {
  /** What was typed into the box, as one line. */
  q: string
  filters: SearchFilters
  sort: SearchSort
  /** 1-based. */
  page: number
  /** Misspelt words are searched as they are: `&verbatim=1`. */
  isVerbatim: boolean
  /** Box and filters together, with a note for each thing that could not be read. */
  query: SearchQuery
  /** What could not be read of the other parameters, by their names: a page leaves them out, the API refuses. */
  faults: Record<string, string>
  /** Nothing is looked for. */
  isEmpty: boolean
}

/** As much of a search as its address says. */
export type SearchAddress = Pick<AskedSearch, 'q' | 'filters' | 'sort' | 'page'> & { isVerbatim?: boolean }

export const noFilters: SearchFilters = {
  from: null,
  until: null,
  category: null,
  author: null,
  votes: null,
  hasCode: false,
}

const filterNames = [
  'from',
  'until',
  'category',
  'author',
  'votes',
  'hasCode',
] as const satisfies (keyof SearchFilters)[]
const longestAuthor = 100
const mostVotes = 1_000_000

/**
 * What a search page, feed, citation or saved search is asked for. Takes any parameters; those it does not know are
 * left alone.
 */
export function searchAsked(params: URLSearchParams): AskedSearch {
  const faults: Record<string, string> = {}
  const read = <T>(name: string, reader: (value: string) => T | null, wants: string): T | null => {
    const value = cleanLine(params.get(name) ?? '')
    const found = value === '' ? null : reader(value)
    if (value !== '' && found === null) faults[name] = wants
    return found
  }
  const typed = cleanLine(params.get('q') ?? '')
  const filters: SearchFilters = {
    from: read('from', readTime, 'wants a year, month or day, as in 2026-01'),
    until: read('until', readTime, 'wants a year, month or day, as in 2026-01-31'),
    category: read('cat', readCategory, 'wants a category of arXiv, as in cs.LG'),
    author: read('author', readAuthor, `wants a name of at most ${longestAuthor} characters`),
    votes: read('votes', readVotes, `wants a whole number up to ${count(mostVotes)}`),
    hasCode: read('code', readYes, 'wants 1') ?? false,
  }
  if (filters.from && filters.until && startOf(filters.from) >= endOf(filters.until)) {
    faults.until = `wants a time that is not before ${filters.from}`
    filters.until = null
  }
  const sort = read('sort', readSort, `wants ${searchSorts.join(', ')}`) ?? 'relevance'
  const page = read('p', readPage, 'wants the number of a page, from 1') ?? 1
  const isVerbatim = read('verbatim', readYes, 'wants 1') ?? false
  const written = withConditions(withoutUnknown(readSearch(typed)), clausesOf(filters))
  const query = { ...written, notes: [...written.notes, ...notesOf(faults, params)] }
  const isEmpty = query.words.length + query.required.length + query.excluded.length === 0
  const q = Array.from(typed).slice(0, longestSearch).join('')
  return { q, filters, sort, page, isVerbatim, query, faults, isEmpty }
}

/** The one address of a search; another `base` is the same search elsewhere, as in `/api/papers/search`. */
export function searchPath(
  { q, filters, sort, page, isVerbatim = false }: SearchAddress,
  base = searchAddress,
): string {
  const given: Record<string, string | null> = {
    q,
    from: filters.from,
    until: filters.until,
    cat: filters.category,
    author: filters.author,
    votes: filters.votes === null ? null : String(filters.votes),
    code: filters.hasCode ? '1' : null,
    sort: sort === 'relevance' ? null : sort,
    p: page > 1 ? String(page) : null,
    verbatim: isVerbatim ? '1' : null,
  }
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${base}?${query}` : base
}

/** The same search for other words, from its first page on. */
export function askedAnew(asked: AskedSearch, q: string): AskedSearch {
  const address = searchPath({ ...asked, q, page: 1, isVerbatim: false }, '')
  return searchAsked(new URLSearchParams(address))
}

/** A filter that is set: what it says, and the filters without it. */
export type ChosenFilter = { words: string; without: SearchFilters }

/** The filters that are set, in words. */
export function chosenFilters(filters: SearchFilters): ChosenFilter[] {
  const { from, until, category, author, votes, hasCode } = filters
  const words: Record<keyof SearchFilters, string | false | null> = {
    from: from && `since ${from}`,
    until: until && `until ${until}`,
    category: category && `in ${category}`,
    author: author && `by ${author}`,
    votes: votes !== null && votes > 0 && `with ${count(votes)} or more upvotes`,
    hasCode: hasCode && 'with code',
  }
  return filterNames.flatMap((name) =>
    words[name] ? [{ words: words[name], without: { ...filters, [name]: noFilters[name] } }] : [],
  )
}

/** A search in words: `learning rate, since 2026-01, in cs.LG, by Ada Quill, with 3 or more upvotes`. */
export function searchInWords({ q, filters }: Pick<SearchAddress, 'q' | 'filters'>): string {
  return [q, ...chosenFilters(filters).map(({ words }) => words)].filter(Boolean).join(', ')
}

/** Without categories that arXiv does not have, in which nothing would be found. */
function withoutUnknown(query: SearchQuery): SearchQuery {
  const notes: SearchQuery['notes'] = []
  const isKnown = (clause: SearchClause) => {
    if (clause.kind !== 'category' || isArchive(clause.value)) return true
    const near = categoriesNear(clause.value).map((id) => `cat:${id}`)
    const perhaps = near.length > 0 ? ` Perhaps ${near.join(' or ')}?` : ''
    const says = `is no category of arXiv, so it was left out.${perhaps}`
    notes.push({ typed: `cat:${clause.value}`, says })
    return false
  }
  const required = query.required.map((group) => group.filter(isKnown)).filter((group) => group.length > 0)
  const excluded = query.excluded.filter(isKnown)
  return notes.length > 0 ? { ...query, required, excluded, notes: [...query.notes, ...notes] } : query
}

function clausesOf({ from, until, category, author, votes, hasCode }: SearchFilters): SearchClause[] {
  const clauses: (SearchClause | null)[] = [
    from ? { kind: 'from', at: startOf(from) } : null,
    until ? { kind: 'until', at: endOf(until) } : null,
    category ? { kind: 'category', value: category } : null,
    author ? { kind: 'words', place: 'author', words: wordsOf(author), isPhrase: true } : null,
    votes ? { kind: 'votes', least: votes, most: Number.MAX_SAFE_INTEGER } : null,
    hasCode ? { kind: 'code' } : null,
  ]
  return clauses.filter((clause) => clause !== null)
}

function notesOf(faults: Record<string, string>, params: URLSearchParams): SearchQuery['notes'] {
  return Object.entries(faults).map(([name, wants]) => ({
    typed: `${name}=${Array.from(cleanLine(params.get(name) ?? ''))
      .slice(0, 40)
      .join('')}`,
    says: `${name} ${wants}. It was left out.`,
  }))
}

function readTime(value: string): string | null {
  return spanOf(value) ? value : null
}

function startOf(time: string): number {
  return spanOf(time)?.from ?? 0
}

function endOf(time: string): number {
  return spanOf(time)?.until ?? Number.MAX_SAFE_INTEGER
}

function readCategory(value: string): string | null {
  const name = value.replace(/^[^.]+/, (archive) => archive.toLowerCase())
  return isCategory(name) && isArchive(name) ? name : null
}

function readAuthor(value: string): string | null {
  return value.length <= longestAuthor && wordsOf(value).length > 0 ? value : null
}

function readVotes(value: string): number | null {
  return /^\d{1,7}$/.test(value) && Number(value) <= mostVotes ? Number(value) : null
}

function readYes(value: string): boolean | null {
  if (/^(1|on|yes|true)$/i.test(value)) return true
  return /^(0|off|no|false)$/i.test(value) ? false : null
}

function readSort(value: string): SearchSort | null {
  return searchSorts.find((sort) => sort === value) ?? null
}

function readPage(value: string): number | null {
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null
}
