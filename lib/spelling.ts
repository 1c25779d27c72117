import { wordsOf } from '@/lib/search-query'
import { foldWord } from '@/lib/search-words'

/** A word of papers that is like one that was typed, and in how many of the papers read it is. */
export type LikeWord = { word: string; papers: number; edits: number }

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
// A word that papers have is put right from so many letters on, and one that none has by two slips.
const [longWord, longerWord] = [6, 7]
// A word that so few papers have may be a slip.
export const mostRare = 2
// One paper in so many has a word that may be meant; with two slips four in so many.
const papersPerUse = 2_000
// A word that stands in a paper is a slip only where another stands in so many times as many.
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

  /**
   * What was meant by a word, the nearest first and of these what most papers have; none when nothing is like it.
   * @param papers in the index that have the word or one with its stem, in names of authors too. Such a word is put
   *   right only where it looks like a slip of one writer.
   */
  likeOf(typed: string, papers: number): LikeWord[] {
    const word = foldWord(typed)
    // A capital in the middle makes a name, one at the beginning perhaps.
    if (!isPlain(typed) || /.\p{Lu}/u.test(typed)) return []
    const isSlip = papers > 0 && this.isSlip(word, papers)
    if (papers > 0 && !isSlip) return []
    const most = word.length < longerWord || isSlip || typed !== typed.toLowerCase() ? 1 : 2
    const letters = lettersOf(word)
    const like: LikeWord[] = []
    for (let length = word.length - most; length <= word.length + most; length++) {
      const shelf = this.shelfOf(length)
      for (let i = 0; i < shelf.words.length; i++) {
        const others = shelf.letters[i] as number // as long as the words
        if (bits(letters & ~others) > most || bits(others & ~letters) > most) continue
        const known = shelf.words[i] as Known // within bounds
        if (known.papers < papers * timesAsMany || !beginsAlike(word, known.word)) continue
        const edits = editsBetween(word, known.word, most)
        if (edits > 0 && edits <= most && known.papers >= this.least * edits ** 2)
          like.push({ word: known.word, papers: known.papers, edits })
      }
    }
    return like.sort((a, b) => a.edits - b.edits || b.papers - a.papers)
  }

  /** So many papers have a word that may be meant: what fewer have may be wrong itself. */
  private get least(): number {
    return Math.max(mostRare, this.papers / papersPerUse)
  }

  /** Long, rare, never with a capital and in no title. What is only in the index is an author's name, or was not read. */
  private isSlip(word: string, papers: number): boolean {
    const known = this.forms.get(word)
    return known != null && word.length >= longWord && !known.isName && papers <= Math.min(known.papers, mostRare)
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
