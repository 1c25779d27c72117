import type { SearchClause } from '@/lib/search-query'

type WordsClause = Extract<SearchClause, { kind: 'words' }>

/* Expressions of FTS5's MATCH. Every word is quoted: what people type means nothing else there. */

/** Papers with any of these words. */
export function matchAny(words: readonly string[]): string {
  return words.map(quoted).join(' OR ')
}

/** Papers with all of these words. */
export function matchAll(words: readonly string[]): string {
  return words.map(quoted).join(' AND ')
}

/** Papers with one of these names among their authors: each its words in a row. */
export function matchAuthors(names: readonly string[]): string {
  return `authors : (${matchAny(names)})`
}

/** Titles with these words in a row, of the last of which more may follow. */
export function matchTypedPhrase(words: readonly string[]): string {
  return `title : ${quoted(words.join(' '))}*`
}

/** Titles with these words, of the last of which more may follow. */
export function matchTyped(words: readonly string[]): string {
  return `title : (${words.map((word, i) => quoted(word) + (i === words.length - 1 ? '*' : '')).join(' AND ')})`
}

/** What a clause looks for, in the column where it must stand; null when the index of words does not know it. */
export function matchOf(clause: SearchClause): string | null {
  if (clause.kind === 'category') return `categories : ${quoted(clause.value.replace(/[.-]/g, ' '))}`
  return clause.kind === 'words' ? `${columns[clause.place]} : ${phraseOf(clause)}` : null
}

/** An expression, and beside it what must be there and what must not. */
export function matchWith(
  expression: string | null,
  required: readonly string[],
  excluded: readonly string[],
): string | null {
  const musts = [...(expression === null ? [] : [expression]), ...required].map((part) => `(${part})`)
  if (musts.length === 0) return null
  return [musts.join(' AND '), ...excluded.map((part) => `(${part})`)].join(' NOT ')
}

const columns: Record<WordsClause['place'], string> = {
  anywhere: '{title abstract authors}',
  title: 'title',
  author: 'authors',
}

function phraseOf({ words, isPhrase }: WordsClause): string {
  return isPhrase ? quoted(words.join(' ')) : matchAll(words)
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', '')}"`
}
