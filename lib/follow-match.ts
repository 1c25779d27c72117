import { foldName } from '@/lib/author-names'
import { fold } from '@/lib/fold'

export const followKinds = ['category', 'author', 'keyword', 'member', 'list'] as const

export type FollowKind = (typeof followKinds)[number]

/** What somebody follows, or, muted, does not want to see. Of a member the value is the name, of a list its id. */
export type Followed = { kind: FollowKind; value: string; muted: boolean }

/** As much of a paper as decides who follows it. */
export type Followable = {
  title: string
  abstract: string | null
  authors: readonly { name: string }[]
  categories: readonly string[]
  /** The name of the member who put it on the list; null when nobody here did. */
  submittedBy: string | null
  /** Ids of the reading lists that hold it, as far as somebody follows them. */
  lists?: readonly string[]
}

/** What makes two follows of a kind the same. Empty when nothing is left to compare. */
export function followKey(kind: FollowKind, value: string): string {
  switch (kind) {
    case 'author':
      return foldName(value)
    case 'keyword':
      return fold(value)
    case 'list':
      return value
    default:
      return value.trim().toLowerCase()
  }
}

/** A follow as one text: `category:cs.lg`. */
export function followMark(kind: FollowKind, value: string): string {
  return `${kind}:${followKey(kind, value)}`
}

/**
 * Tells of papers those of the follows that they match, in their order; none when they match one that is muted. The
 * follows are made ready once.
 */
export function matcherOf<F extends Followed>(follows: readonly F[]): (paper: Followable) => F[] {
  const match = readMatcherOf(follows)
  return (paper) => match(readerOf(paper))
}

/** The same for many papers that were read before, as readOf() did. */
export function readMatcherOf<F extends Followed>(follows: readonly F[]): (read: Read) => F[] {
  const tests = follows.map((follow) => ({ follow, test: testOf(follow) }))
  return (read) => {
    const matched = tests.filter(({ test }) => test(read)).map(({ follow }) => follow)
    return matched.some(({ muted }) => muted) ? [] : matched
  }
}

/** A paper folded once and for all, to be matched often. */
export function readOf(paper: Followable): Read {
  const { words, names, ...rest } = readerOf(paper)
  const [folded, people] = [words(), names()]
  return { ...rest, words: () => folded, names: () => people }
}

/** What is asked of a paper when it is matched. */
export type Read = {
  categories: readonly string[]
  submittedBy: string | null
  lists: readonly string[]
  words: () => string
  names: () => ReadonlySet<string>
}

function testOf({ kind, value }: Followed): (read: Read) => boolean {
  const key = followKey(kind, value)
  if (key === '') return () => false
  switch (kind) {
    case 'category':
      return ({ categories }) => categories.some((category) => isIn(category, key))
    case 'author':
      return ({ names }) => names().has(key)
    case 'keyword': {
      const holds = phraseTest(key)
      return ({ words }) => holds(words())
    }
    case 'member':
      return ({ submittedBy }) => submittedBy === key
    case 'list':
      return ({ lists }) => lists.includes(key)
  }
}

// As long as the paper is held: thousands of readers ask about the same ones.
const readers = new WeakMap<Followable, Read>()

/** Folds a paper's words and names once, and only when somebody asks for them. */
function readerOf(paper: Followable): Read {
  const known = readers.get(paper)
  if (known) return known
  const made = newReader(paper)
  readers.set(paper, made)
  return made
}

function newReader(paper: Followable): Read {
  let words: string | null = null
  let names: ReadonlySet<string> | null = null
  return {
    categories: paper.categories.map((category) => category.toLowerCase()),
    submittedBy: paper.submittedBy?.toLowerCase() ?? null,
    lists: paper.lists ?? [],
    // A phrase does not reach from the title into the abstract: nothing that is typed holds a line break.
    words: () => {
      words ??= `${fold(paper.title)}\n${fold(paper.abstract ?? '')}`
      return words
    },
    names: () => {
      names ??= new Set(paper.authors.map(({ name }) => foldName(name)))
      return names
    },
  }
}

/** A category, or one of an archive: who follows math sees math.ST. */
function isIn(category: string, followed: string): boolean {
  return category === followed || category.startsWith(`${followed}.`)
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
// These scripts write words without spaces, so that a word of theirs has no boundary to be found by.
const hasBoundary = new RegExp(`^(?![${unspaced}])[\\p{L}\\p{M}\\p{N}]$`, 'u')
const wordSign = `(?![${unspaced}])[\\p{L}\\p{M}\\p{N}]`

/** Whether text holds a word or phrase, at its boundaries; a last word in the singular finds its plural with s too. */
function phraseTest(folded: string): (text: string) => boolean {
  const signs = Array.from(folded)
  const before = hasBoundary.test(signs[0] ?? '') ? `(?<!${wordSign})` : ''
  const after = hasBoundary.test(signs.at(-1) ?? '') ? `(?!${wordSign})` : ''
  const plural = /[a-z]$/.test(folded) && !folded.endsWith('s') ? 's?' : ''
  const whole = new RegExp(`${before}${escaped(folded)}${plural}${after}`, 'u')
  return (text) => text.includes(folded) && whole.test(text)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
