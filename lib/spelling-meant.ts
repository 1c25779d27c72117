import type { InIndex, LikeWord, Spellings } from '@/lib/spelling'

/** What was typed, with words put right. */
export type Spelling = {
  /** The whole of it, as it was meant. */
  q: string
  /** The same in pieces, those that were put right marked. */
  parts: { text: string; isMeant: boolean }[]
  /** Those that no paper has, or hardly one. */
  words: PutRight[]
}

/** `papers`: how many have the word as it was typed; `edits`: slips between that and what was meant. */
export type PutRight = { typed: string; meant: string; papers: number; edits: number }

type Typed = { word: string; at: number } & InIndex

/** What may have been meant by each word that was typed, the likeliest first. */
export type Likes = Map<string, LikeWord[]>

/** What may have been meant by odd words; those that nothing is like are left out. */
export function likesOf(odd: readonly Typed[], spellings: Spellings): Likes {
  const likes: Likes = new Map()
  for (const { word, papers, isName } of odd) {
    const like = spellings.likeOf(word, { papers, isName })
    if (like.length > 0) likes.set(word, like)
  }
  return likes
}

/** Those of the words that are like one, nearest first, than which none is nearer. */
export function equallyNear(likes: readonly LikeWord[]): LikeWord[] {
  return likes.filter(({ edits }) => edits === likes[0]?.edits)
}

/** What was meant by what was typed: of each odd word the first that is like it. Null where none is. */
export function spellingOf(q: string, odd: readonly Typed[], likes: Likes, spellings: Spellings): Spelling | null {
  const words: PutRight[] = []
  for (const { word: typed, papers } of odd) {
    const [like] = likes.get(typed) ?? []
    if (like) words.push({ typed, meant: asTyped(like.word, typed), papers, edits: like.edits })
  }
  if (words.length === 0) return null
  const meant = new Map(words.map((word) => [word.typed, word.meant]))
  const parts: Spelling['parts'] = []
  let end = 0
  for (const { word: typed, at } of odd) {
    // What is found as it is need not look wrong beside what was put right.
    const right = meant.get(typed) ?? spellings.usualForm(typed)?.word
    if (right === undefined) continue
    parts.push({ text: q.slice(end, at), isMeant: false }, { text: asTyped(right, typed), isMeant: true })
    end = at + typed.length
  }
  parts.push({ text: q.slice(end), isMeant: false })
  const filled = parts.filter(({ text }) => text !== '')
  return { q: filled.map(({ text }) => text).join(''), parts: filled, words }
}

/** What to say of it where there are no links. */
export function spellingInWords({ q, words, isSearched }: Spelling & { isSearched: boolean }): string {
  return isSearched ? `${nothingSays(words)} These are papers for “${q}”.` : `Did you mean: ${q}`
}

/** `Nothing says “difusion” or “modle”.` */
export function nothingSays(words: readonly PutRight[]): string {
  return `Nothing says ${words.map(({ typed }) => `“${typed}”`).join(' or ')}.`
}

function asTyped(word: string, typed: string): string {
  return typed === typed.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1)
}
