import type { Spellings } from '@/lib/spelling'

/** What was typed, with words put right. */
export type Spelling = {
  /** The whole of it, as it was meant. */
  q: string
  /** The same in pieces, those that were put right marked. */
  parts: { text: string; isMeant: boolean }[]
  words: PutRight[]
}

/** `papers`: how many have the word as it was typed. */
export type PutRight = { typed: string; meant: string; papers: number }

type Typed = { word: string; at: number; papers: number }

/** What was meant by what was typed; null where nothing is like its odd words. */
export function spellingOf(q: string, odd: readonly Typed[], spellings: Spellings): Spelling | null {
  const parts: Spelling['parts'] = []
  const words: PutRight[] = []
  let end = 0
  for (const { word: typed, at, papers } of odd) {
    const [like] = spellings.likeOf(typed, papers)
    if (!like) continue
    const meant = typed === typed.toLowerCase() ? like.word : capitalised(like.word)
    if (!words.some((word) => word.typed === typed)) words.push({ typed, meant, papers })
    parts.push({ text: q.slice(end, at), isMeant: false }, { text: meant, isMeant: true })
    end = at + typed.length
  }
  if (words.length === 0) return null
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

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
