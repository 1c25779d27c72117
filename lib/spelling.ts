import { wordsOf } from '@/lib/search-query'
import { foldWord, termOf } from '@/lib/search-words'

/** A word of papers that is like one that was typed, and in how many of the papers read it is. */
export type LikeWord = { word: string; papers: number; edits: number }

/**
 * What the index knows of a word: the papers that have it or one with its stem, counted as far as mostUses, and whether
 * it is the name of an author or of a paper.
 */
export type InIndex = { papers: number; isName: boolean }

type Known = {
  word: string
  papers: number
  /** The number of the paper that had it last. */
  last: number
  isName: boolean
}
/** Words of one length, and which letters each has. */
type Shelf = { words: Known[]; letters: Int32Array }

// A shorter word has too many that are like it.
const shortest = 4
const longest = 30
// A word whose stem papers have is put right from so many letters on, and one that none has by two slips.
const [longWord, longerWord] = [6, 7]
/** A word that more papers have is no slip. */
export const mostUses = 100
// A word that so few papers have may be a slip.
const mostRare = 2
// One paper in so many has a word that may be meant; with two slips four in so many.
const papersPerUse = 2_000
// A word whose stem is in papers is a slip only where another is in so many times as many.
const timesAsMany = 50

/**
 * The words of titles and abstracts, as they are written, with the number of papers that have them: what a word that
 * no paper has was perhaps meant to be.
 */
export class Spellings {
  /** By each form that was met: `Gaussian`, `GAUSSIAN` and `gaussian` are one word. Null is none. */
  private readonly forms = new Map<string, Known | null>()
  private shelves: ReadonlyMap<number, Shelf> | null = null
  private papers = 0

  /** Adds the words of a paper. One that is written with a capital, or stands in a title, may be a name. */
  add(title: string, abstract: string): void {
    this.papers++
    for (const form of wordsOf(title)) this.note(form, true)
    for (const form of wordsOf(abstract)) this.note(form, false)
    this.shelves = null
  }

  /** Whether a word is right without a look into the index: common among papers, or none that could be put right. */
  isRight(typed: string): boolean {
    return !isPlain(typed) || (this.forms.get(foldWord(typed))?.papers ?? 0) > mostRare
  }

  /** What was meant by a word, the nearest first and of these what most papers have; none when nothing is like it. */
  likeOf(typed: string, { papers, isName }: InIndex): LikeWord[] {
    // A capital in the middle makes a name, one at the beginning perhaps.
    if (!isPlain(typed) || isName || /.\p{Lu}/u.test(typed)) return []
    const word = foldWord(typed)
    const own = this.forms.get(word)
    const isHere = papers > 0
    if (papers > mostUses) return []
    if (isHere && (word.length < longWord || own?.isName || (own?.papers ?? 0) > mostRare)) return []
    const most = word.length < longerWord || isHere || typed !== typed.toLowerCase() ? 1 : 2
    return this.near(word, most).filter(
      (like) => like.papers >= Math.max(this.least * like.edits ** 2, papers * timesAsMany),
    )
  }

  /** The same word as it is usually written: its ending may be wrong, and yet it is found. */
  usualForm(typed: string): LikeWord | undefined {
    if (!isPlain(typed) || this.forms.has(foldWord(typed))) return undefined
    return this.near(foldWord(typed), 2).find(({ word }) => termOf(word) === termOf(typed))
  }

  /** So many papers have a word that may be meant: what fewer have may be wrong itself. */
  private get least(): number {
    return Math.max(mostRare, this.papers / papersPerUse)
  }

  private near(word: string, most: number): LikeWord[] {
    const letters = lettersOf(word)
    const found: LikeWord[] = []
    for (let length = word.length - most; length <= word.length + most; length++) {
      const { words, letters: each } = this.shelfOf(length)
      for (let i = 0; i < words.length; i++) {
        const others = each[i] as number // as long as the words
        if (bits(letters & ~others) > most || bits(others & ~letters) > most) continue
        const known = words[i] as Known // within bounds
        if (!beginsAlike(word, known.word)) continue
        const edits = editsBetween(word, known.word, most)
        if (edits > 0 && edits <= most) found.push({ word: known.word, papers: known.papers, edits })
      }
    }
    return found.sort((a, b) => a.edits - b.edits || b.papers - a.papers)
  }

  private note(form: string, isTitle: boolean): void {
    let known = this.forms.get(form)
    if (known === undefined) {
      known = isPlain(form) ? this.knownAs(foldWord(form)) : null
      this.forms.set(form, known)
    }
    if (!known) return
    if (known.last !== this.papers) known.papers++
    known.last = this.papers
    if (isTitle || form !== known.word) known.isName = true
  }

  private knownAs(word: string): Known {
    const known = this.forms.get(word) ?? { word, papers: 0, last: 0, isName: false }
    this.forms.set(word, known)
    return known
  }

  private shelfOf(length: number): Shelf {
    this.shelves ??= this.sorted()
    return this.shelves.get(length) ?? emptyShelf
  }

  private sorted(): Map<number, Shelf> {
    const byLength = new Map<number, Known[]>()
    for (const [form, known] of this.forms) {
      if (!known || known.word !== form || known.papers < this.least) continue
      const words = byLength.get(form.length) ?? []
      byLength.set(form.length, words)
      words.push(known)
    }
    return new Map(
      [...byLength].map(([length, words]) => [
        length,
        { words, letters: Int32Array.from(words, ({ word }) => lettersOf(word)) },
      ]),
    )
  }
}

const emptyShelf: Shelf = { words: [], letters: new Int32Array(0) }
const lettersOnly = /^[\p{L}\p{M}]+$/u

/** Letters alone, neither few nor very many. */
function isPlain(word: string): boolean {
  return word.length >= shortest && word.length <= longest && lettersOnly.test(word)
}

/** Slips begin later than with the first letter, unless it is swapped with the second. */
function beginsAlike(word: string, other: string): boolean {
  return word[0] === other[0] || (word[0] === other[1] && word[1] === other[0])
}

/** A bit for each letter that a word has: words whose bits differ in many are not like each other. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

function bits(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * How many letters are to be put in, left out, changed, or swapped with the next to make one word of another: the
 * distance of Damerau (1964) and Levenshtein (1966) in which no letter is touched twice, "optimal string alignment".
 * @param most where there are more, any number above it is answered
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [twoAbove, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) row[j] = Math.min(row[j] ?? 0, (twoAbove[j - 2] ?? 0) + 1)
    }
    if (Math.min(...row) > most && Math.min(...above) > most) return most + 1
    ;[twoAbove, above] = [above, row]
  }
  return above[b.length] ?? 0
}
