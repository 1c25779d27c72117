import { addDays, dayStart, isDay, parseMonth } from '@/lib/days'
import { isCategory } from '@/lib/pool-address'
import { quotedList } from '@/lib/search-notes'

/** Where words must stand: anywhere, in the title, or in one of the names. */
export type SearchPlace = 'anywhere' | 'title' | 'author'

/** One thing that a paper must have, or must not. Times are ms since 1970, `until` not included. */
export type SearchClause =
  | { kind: 'words'; place: SearchPlace; words: string[]; isPhrase: boolean }
  | { kind: 'category'; value: string }
  | { kind: 'from'; at: number }
  | { kind: 'until'; at: number }
  | { kind: 'votes'; least: number; most: number }
  | { kind: 'by'; name: string }
  | { kind: 'code' }

/** What could not be read, and what was searched instead, as a sentence for people. */
export type SearchNote = { typed: string; says: string }

/** What somebody looks for. */
export type SearchQuery = {
  /** Plain words in order: a paper with more of them, and rarer ones, comes first; none of them must be there. */
  words: string[]
  /** The words as a text, phrases included: what is looked for by meaning. '' when only conditions were given. */
  text: string
  /** Of each group a paper has one at least. */
  required: SearchClause[][]
  /** A paper has none of these. */
  excluded: SearchClause[]
  notes: SearchNote[]
}

export const searchSorts = ['relevance', 'date', 'votes'] as const
/** Best first; newest first; most upvotes first. */
export type SearchSort = (typeof searchSorts)[number]

/** So much of what is typed is read. */
export const longestSearch = 500
// A statement of SQL has a condition for each.
const mostClauses = 24

/** The words of a text as the index cuts them: letters and digits, accents and case as they are. */
export function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? []
}

/**
 * Reads what somebody types: words, `"a phrase"`, `-not`, `a OR b`, `title:`, `author:`, `cat:cs.LG`, `from:2026-01`,
 * `until:`, `votes:>20`, `by:member`, `has:code`. Takes any text; what it cannot read is searched as words, and a note
 * says so.
 */
export function readSearch(typed: string): SearchQuery {
  const notes: SearchNote[] = []
  const cut = Array.from(typed.slice(0, 2 * longestSearch))
    .slice(0, longestSearch)
    .join('')
  if (cut.length < typed.trimEnd().length) {
    notes.push({ typed: '', says: `Only the first ${longestSearch} characters were read.` })
  }
  const query: SearchQuery = { words: [], text: '', required: [], excluded: [], notes }
  const texts: string[] = []
  for (const { alternatives, isExcluded } of groupsOf(partsOf(cut, notes), notes)) {
    const read = alternatives.flatMap((part) => readPart(part, notes) ?? [])
    const clauses = read.map(({ clause }) => clause)
    if (isExcluded) {
      query.excluded.push(...clauses)
      continue
    }
    if (read.length > 1 || read[0]?.isRequired) query.required.push(clauses)
    query.words.push(...read.flatMap(({ words }) => words))
    texts.push(...read.flatMap(({ text }) => text || []))
  }
  query.text = texts.join(' ')
  return bounded(query)
}

/**
 * The words of what was typed that stand for themselves, and where each begins. Words in quotes, those of operators,
 * names with digits and addresses are none of them.
 */
export function plainWordsIn(typed: string): { word: string; at: number }[] {
  return [...typed.matchAll(partPattern)].flatMap(({ 0: part, index, groups = {} }) => {
    const { not, name, plain } = groups
    if (not || name || plain === undefined || part === 'OR' || !plainPattern.test(plain)) return []
    return [...plain.matchAll(wordPattern)].map((found) => ({ word: found[0], at: index + found.index }))
  })
}

const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const plainPattern = /^\(*[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*[),.;:!?]*$/u

/** The same query with more conditions, each of which must hold: what the filters beside the box add. */
export function withConditions(query: SearchQuery, clauses: readonly SearchClause[]): SearchQuery {
  return { ...query, required: [...query.required, ...clauses.map((clause) => [clause])] }
}

/** The time at which a day, month or year begins, and at which it is over; null when it is none. */
export function spanOf(text: string): { from: number; until: number } | null {
  if (/^[12]\d{3}$/.test(text)) return { from: dayStart(`${text}-01-01`), until: dayStart(`${+text + 1}-01-01`) }
  const month = parseMonth(text)
  if (month) {
    const from = dayStart(`${text}-01`)
    return { from, until: Date.UTC(month.year, month.month) }
  }
  return isDay(text) ? { from: dayStart(text), until: dayStart(addDays(text, 1)) } : null
}

/** One part of what was typed: `title:"a b"` has a name and a quoted value. */
type Part = { typed: string; name: string | null; value: string; isQuoted: boolean; isNot: boolean }

const names = ['title', 'author', 'cat', 'from', 'until', 'votes', 'by', 'has'] as const
type Name = (typeof names)[number]

const partPattern = new RegExp(
  String.raw`(?<not>-)?(?:(?<name>${names.join('|')}):[ \t]*)?(?:["“”](?<quoted>[^"“”]*)(?<end>["“”]|$)|(?<plain>[^\s"“”]+))`,
  'giu',
)

const emptyPattern = new RegExp(`^(${names.join('|')}):$`, 'i')

function partsOf(text: string, notes: SearchNote[]): Part[] {
  const parts: Part[] = []
  for (const { 0: typed, groups = {} } of text.matchAll(partPattern)) {
    const isQuoted = groups.quoted !== undefined
    const [, lonely] = emptyPattern.exec(groups.plain ?? '') ?? []
    const value = lonely ? '' : (groups.quoted ?? groups.plain ?? '')
    if (isQuoted && groups.end === '' && value.trim() !== '') {
      notes.push({ typed, says: 'The quotation mark is not closed: it was read as closed at the end.' })
    }
    parts.push({
      typed,
      name: (groups.name ?? lonely)?.toLowerCase() ?? null,
      value,
      isQuoted,
      isNot: groups.not === '-',
    })
  }
  return parts
}

type Group = { alternatives: Part[]; isExcluded: boolean }

/** What `OR` joins stands together; what is excluded stands alone. */
function groupsOf(parts: readonly Part[], notes: SearchNote[]): Group[] {
  const groups: Group[] = []
  let joins = false
  for (const part of parts) {
    if (isOr(part)) {
      if (joins || groups.length === 0) notes.push(orNote)
      joins = groups.length > 0
      continue
    }
    const last = groups.at(-1)
    if (joins && last && !last.isExcluded && !part.isNot) last.alternatives.push(part)
    else {
      if (joins) notes.push({ typed: 'OR', says: 'OR does not join what is excluded: both were read without it.' })
      groups.push({ alternatives: [part], isExcluded: part.isNot })
    }
    joins = false
  }
  if (joins) notes.push(orNote)
  return groups
}

const orNote: SearchNote = { typed: 'OR', says: 'OR stands between two things, so this one was left out.' }

function isOr({ typed }: Part): boolean {
  return typed === 'OR'
}

/** `words` and `text` are for ranking; the clause is for when it must be there, as all but plain words must. */
type ReadPart = { clause: SearchClause; isRequired: boolean; words: string[]; text: string }

function readPart({ typed, name, value, isQuoted, isNot }: Part, notes: SearchNote[]): ReadPart | null {
  const words = wordsOf(value)
  if (name !== null && isName(name)) {
    const clause = readers[name](value.trim(), isQuoted)
    const isRanked = clause?.kind === 'words' && clause.place === 'title'
    if (clause) return { clause, isRequired: true, words: isRanked ? words : [], text: isRanked ? value.trim() : '' }
    notes.push({ typed, says: `${wants[name]} ${insteadOf(words, isNot)}` })
  }
  if (words.length === 0) return null
  const clause: SearchClause = { kind: 'words', place: 'anywhere', words, isPhrase: words.length > 1 }
  return { clause, isRequired: isQuoted, words, text: value.trim() }
}

const readers: Record<Name, (value: string, isQuoted: boolean) => SearchClause | null> = {
  title: (value, isPhrase) => placed('title', value, isPhrase),
  author: (value, isPhrase) => placed('author', value, isPhrase),
  cat: (value) => (isCategory(value) ? { kind: 'category', value } : null),
  from: (value) => {
    const span = spanOf(value)
    return span && { kind: 'from', at: span.from }
  },
  until: (value) => {
    const span = spanOf(value)
    return span && { kind: 'until', at: span.until }
  },
  votes: votesOf,
  by: (value) => (/^@?[\p{L}\p{N}_.-]{1,60}$/u.test(value) ? { kind: 'by', name: value.replace(/^@/, '') } : null),
  has: (value) => (/^code$/i.test(value) ? { kind: 'code' } : null),
}

const wants: Record<Name, string> = {
  title: 'title: wants a word or a phrase, as in title:diffusion.',
  author: 'author: wants a name, as in author:"Ada Lovelace".',
  cat: 'cat: wants a category of arXiv, as in cat:cs.LG.',
  from: 'from: wants a year, month or day, as in from:2026-01.',
  until: 'until: wants a year, month or day, as in until:2026-01-31.',
  votes: 'votes: wants a number, as in votes:>20.',
  by: 'by: wants the name of a member, as in by:mira.',
  has: 'has: knows only has:code.',
}

function insteadOf(words: readonly string[], isNot: boolean): string {
  if (words.length === 0) return 'It was left out.'
  return isNot ? `Papers with ${quotedList(words)} were left out instead.` : `Searched instead: ${quotedList(words)}.`
}

function placed(place: SearchPlace, value: string, isPhrase: boolean): SearchClause | null {
  const words = wordsOf(value)
  return words.length > 0 ? { kind: 'words', place, words, isPhrase: isPhrase || words.length > 1 } : null
}

function votesOf(value: string): SearchClause | null {
  const [, sign = '', number = ''] = /^(>=?|<=?|=)?\s*(\d{1,9})\+?$/.exec(value) ?? []
  if (number === '') return null
  const n = Number(number)
  const clause = { kind: 'votes' as const, least: 0, most: Number.MAX_SAFE_INTEGER }
  if (sign === '>') return { ...clause, least: n + 1 }
  if (sign === '<') return n > 0 ? { ...clause, most: n - 1 } : null
  if (sign === '<=') return { ...clause, most: n }
  return sign === '=' ? { ...clause, least: n, most: n } : { ...clause, least: n }
}

function isName(name: string): name is Name {
  return (names as readonly string[]).includes(name)
}

function bounded(query: SearchQuery): SearchQuery {
  const [required, excluded] = [query.required.slice(0, mostClauses), query.excluded.slice(0, mostClauses)]
  const isCut = required.length < query.required.length || excluded.length < query.excluded.length
  if (!isCut) return query
  const says = `Only the first ${mostClauses} conditions were read.`
  return { ...query, required, excluded, notes: [...query.notes, { typed: '', says }] }
}
